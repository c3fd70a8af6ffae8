// SPDX-License-Identifier: Apache-2.0
// Light or dark: as the system says, until the reader chooses. Colours are those of report.css, and of the
// data for technologies. Paper is always light.

const root = document.documentElement;
const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');
const themeKey = 'indus-theme';  // also read at the top of report.html

function isDark() {
    return root.dataset.theme ? root.dataset.theme === 'dark' : systemIsDark.matches;
}

/** Colours of the page as it stands. */
function palette() {
    const style = getComputedStyle(root);
    const colour = (name) => style.getPropertyValue(`--${name}`).trim();
    return {ink: colour('ink'), soft: colour('soft'), faint: colour('faint'), rule: colour('rule'), page: colour('page'),
            strongRule: colour('strong-rule'), unserved: colour('unserved'), link: colour('link'), font: style.fontFamily};
}

function technologyColour(index) {
    const technology = run.technologies[index];
    if (!technology) return isDark() ? '#8a929c' : '#7d8791';
    return isDark() ? technology.dark : technology.light;
}

const categories = [['#2f6db0', '#6fa4e0'], ['#d9772b', '#ee9a55'], ['#2a9d8f', '#4cc0b2'], ['#a3313f', '#dd6c78'],
                    ['#7a4ea3', '#ae8ddb'], ['#5f8a3a', '#93bf68'], ['#8c6648', '#bf9472'], ['#c668a5', '#e292c6']];
/** Colours for things without one of their own: zones, sectors. */
const categoryColour = (index) => categories[index % categories.length][isDark() ? 1 : 0];

/** Colours of what is no technology. */
function flowColour(name) {
    const [light, dark] = {fromZones: ['#c2c9d1', '#5c6672'], toZones: ['#c2c9d1', '#5c6672'], charge: ['#e2b4d2', '#8b4f75'],
                           losses: ['#98a1ab', '#7d8791'], surplus: ['#e0cfa0', '#8d7f4e'], other: ['#9aa3ad', '#8a929c']}[name];
    return isDark() ? dark : light;
}

/** `share` of one #rrggbb colour in another. */
function mixed(colour, other, share) {
    const part = (text, at) => parseInt(text.slice(at, at + 2), 16);
    const parts = [1, 3, 5].map((at) => Math.round(share * part(colour, at) + (1 - share) * part(other, at)));
    return `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Diagonal stripes of a colour on the page. */
function hatched(colour) {
    const lines = 'M-2 2 2-2M0 8 8 0M6 10 10 6';
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="${colour}" ` +
                `fill-opacity=".25"/><path d="${lines}" stroke="${colour}" stroke-width="2.4"/></svg>`;
    return {image: `data:image/svg+xml,${encodeURIComponent(svg)}`, repeat: 'repeat', imageWidth: 8, imageHeight: 8};
}

function chooseTheme(theme) {
    const followsSystem = (theme === 'dark') === systemIsDark.matches;
    if (followsSystem) delete root.dataset.theme;
    else root.dataset.theme = theme;
    try {
        if (followsSystem) localStorage.removeItem(themeKey);
        else localStorage.setItem(themeKey, theme);
    } catch {
        // A page opened from a disk may have no storage; the choice then lasts as long as the page.
    }
}

/** The button that switches; `onChange` runs after every change of colours. */
function addThemeButton(onChange) {
    const button = made('button', {type: 'button', class: 'theme'}, 'Dark');
    const refresh = () => {
        button.setAttribute('aria-pressed', String(isDark()));
        onChange();
    };
    button.addEventListener('click', () => {
        chooseTheme(isDark() ? 'light' : 'dark');
        refresh();
    });
    systemIsDark.addEventListener('change', refresh);
    button.setAttribute('aria-pressed', String(isDark()));
    document.querySelector('.tools').append(button);
}
