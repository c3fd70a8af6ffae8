# SPDX-License-Identifier: Apache-2.0
# Puts files into the executable, so that it stands alone: the report's page, style, script and chart library, and the
# sector templates. Each asset becomes the symbols indus_asset_NAME_begin and indus_asset_NAME_end.
set(indus_script numbers times data controls theme axes panels heat pointer figure charts/dispatch charts/prices charts/parts
    charts/commitment charts/storage charts/gantt charts/stocks charts/tariff charts/network charts/reserve charts/sums tables start)

# Adds assembly that joins the files; where `root` is given, each has its path below it in a line "==> path" before it.
function(indus_asset variable name root)
    set(body "    .global indus_asset_${name}_begin\nindus_asset_${name}_begin:\n")
    foreach(file ${ARGN})
        if(root)
            file(RELATIVE_PATH relative ${root} ${file})
            string(APPEND body "    .ascii \"==> ${relative}\\n\"\n")
        endif()
        string(APPEND body "    .incbin \"${file}\"\n")
    endforeach()
    string(APPEND body "    .global indus_asset_${name}_end\nindus_asset_${name}_end:\n    .byte 0\n")
    set(${variable} "${${variable}}${body}" PARENT_SCOPE)
endfunction()

function(indus_assemble target text)
    set(assembly ${CMAKE_BINARY_DIR}/${target}_assets.S)
    string(PREPEND text "    .section .rodata\n")
    string(APPEND text "    .section .note.GNU-stack,\"\",%progbits\n")
    file(CONFIGURE OUTPUT ${assembly} CONTENT "${text}" @ONLY)
    set_source_files_properties(${assembly} PROPERTIES OBJECT_DEPENDS "${ARGN}")
    target_sources(${target} PRIVATE ${assembly})
endfunction()

# The script is its files, joined in this order.
function(indus_embed_report target)
    set(web ${CMAKE_SOURCE_DIR}/reports/web)
    set(echarts ${web}/node_modules/echarts/dist/echarts.min.js)
    if(NOT EXISTS ${echarts})
        message(FATAL_ERROR "ECharts is missing: run './dev setup', which installs it by reports/web/package-lock.json")
    endif()
    list(TRANSFORM indus_script PREPEND ${web}/ OUTPUT_VARIABLE script)
    list(TRANSFORM script APPEND .js)
    indus_asset(text report_html "" ${web}/report.html)
    indus_asset(text report_css "" ${web}/report.css)
    indus_asset(text report_js "" ${script})
    indus_asset(text echarts_js "" ${echarts})
    indus_assemble(${target} "${text}" ${web}/report.html ${web}/report.css ${script} ${echarts})
endfunction()

# All templates are one asset, each file headed by its path.
function(indus_embed_sectors target)
    set(root ${CMAKE_SOURCE_DIR}/inputs/sectors)
    file(GLOB files CONFIGURE_DEPENDS ${root}/*/*.csv ${root}/*/SOURCES.md)
    indus_asset(text sectors ${root} ${files})
    indus_assemble(${target} "${text}" ${files})
endfunction()
