// SPDX-License-Identifier: Apache-2.0
// Elements made by hand. Texts become text nodes and attributes, never HTML: names of a case are only names.

/** An element with attributes and children (elements or texts). */
function made(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes))
        if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
    element.append(...children);
    return element;
}

/**
 * A labelled <select>. `options` are {value, text, group?}; those of one group stand together.
 * Calls `onChange` with the chosen value, a text.
 */
function selectOf(label, options, chosen, onChange) {
    const select = made('select');
    const groups = new Map();
    for (const {value, text, group} of options) {
        const option = made('option', {value, selected: String(value) === String(chosen)}, text);
        if (group && !groups.has(group)) {
            groups.set(group, made('optgroup', {label: group}));
            select.append(groups.get(group));
        }
        (groups.get(group) ?? select).append(option);
    }
    select.addEventListener('change', () => onChange(select.value));
    return made('label', {}, label, select);
}

/** Options of a zone select: all, then grid zones and industrial zones. */
function zoneOptions(all, indexes = run.zones.map((_, index) => index)) {
    const groups = {grid: 'Grid zones', industrial: 'Industrial zones'};
    const hasBoth = new Set(indexes.map((index) => run.zones[index].role)).size > 1;
    const option = (index) => ({value: index, text: run.zones[index].title,
                                group: hasBoth ? groups[run.zones[index].role] ?? 'Other zones' : undefined});
    return [...(all ? [{value: 'all', text: all}] : []), ...indexes.map(option)];
}

/** A swatch in a colour, or striped. */
function swatch(colour, isHatched = false) {
    const mark = made('span', {class: 'key', 'aria-hidden': 'true'});
    if (isHatched) mark.style.background = `repeating-linear-gradient(135deg, ${colour} 0 2px, transparent 2px 4px)`;
    else mark.style.background = colour;
    if (isHatched) mark.style.boxShadow = `inset 0 0 0 1px ${colour}`;
    return mark;
}

/** A short line, as lines are drawn in the chart. */
function lineKey(colour, isDashed = false) {
    const mark = made('span', {class: 'key line', 'aria-hidden': 'true'});
    mark.style.borderTop = `2px ${isDashed ? 'dashed' : 'solid'} ${colour}`;
    return mark;
}

/**
 * The legend of a chart. An entry is {key, label, colour, look: 'area'|'hatched'|'line'|'dashed', fixed?};
 * the others can be switched off and on: `hidden` is the set of keys that are off.
 */
function legendOf(entries, hidden, onToggle) {
    const markOf = ({colour, look}) => look === 'line' || look === 'dashed' ? lineKey(colour, look === 'dashed')
                                                                            : swatch(colour, look === 'hatched');
    const items = entries.map((entry) => {
        if (entry.fixed) return made('li', {}, made('span', {class: 'entry'}, markOf(entry), entry.label));
        const button = made('button', {type: 'button', class: 'entry', 'aria-pressed': String(!hidden.has(entry.key))},
                            markOf(entry), entry.label);
        button.addEventListener('click', () => onToggle(entry.key));
        return made('li', {}, button);
    });
    return items;
}
