// SPDX-License-Identifier: Apache-2.0
// Brings the page to life. Without this script its text and tables are complete.

const chartKinds = {dispatch: dispatchChart, prices: priceChart, 'heat-prices': heatPriceChart, unserved: unservedChart, commitment: commitmentChart, storage: storageChart,
                    gantt: ganttChart, stocks: stockChart, 'fuel-stocks': fuelStockChart, tariff: tariffChart, lines: lineChart, reserve: reserveChart, curtailment: curtailmentChart, costs: costChart, emissions: emissionChart};

function setUpCharts() {
    page.stretches = stretchesOf(run.views);
    page.shown = page.stretches[0];
    const charts = [...document.querySelectorAll('figure.chart')].map((element) => new Figure(element, chartKinds[element.dataset.chart]));
    const sparks = [...document.querySelectorAll('.spark')].map((element) => new Figure(element, sparkChart));
    page.figures = [...charts, ...sparks];
    for (const figure of page.figures) {
        figure.setUpControls();
        figure.update();
    }
    paintWhenSeen(page.figures);
    followWidth(page.figures);
    followPrinting();
}

setUpTables();
addThemeButton(() => page.figures.forEach((figure) => figure.update()));
if (run.has_solution) setUpCharts();
