// SPDX-License-Identifier: Apache-2.0
// node solve.js FILE...: solves each MPS or LP file by HiGHS and prints "FILE STATUS OBJECTIVE", one line each.
"use strict";
const fs = require("fs");

async function main(files) {
    const highs = await require("highs")();
    const names = Object.fromEntries(Object.entries(highs.constants.modelStatus).map(([name, code]) => [code, name]));
    for (const file of files) {
        const format = file.endsWith(".lp") ? "lp" : "mps";
        const data = format === "lp" ? fs.readFileSync(file, "utf8") : fs.readFileSync(file);
        const model = highs.createModel({ format, data });
        model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 });
        model.run();
        console.log(`${file} ${names[model.getModelStatus()]} ${model.getObjectiveValue()}`);
        model.dispose();
    }
}

main(process.argv.slice(2)).catch((error) => {
    console.error(error);
    process.exit(1);
});
