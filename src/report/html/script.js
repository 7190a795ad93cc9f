// Sorting, filtering and hover. The page says the same without it: controls are made here, so that none is
// there that does nothing.
(() => {
  'use strict';

  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  // ---- sorting
  const collator = new Intl.Collator('en', {numeric: true, sensitivity: 'base'});
  const value = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.v === undefined ? cell.textContent.trim() : Number(cell.dataset.v);
  };
  const compare = (a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(a, b));

  const sort = (table, header) => {
    const column = header.cellIndex;
    const was = header.getAttribute('aria-sort');
    // Numbers are asked for largest first.
    const first = header.classList.contains('number') ? 'descending' : 'ascending';
    const now = was === null ? first : was === 'ascending' ? 'descending' : 'ascending';
    for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
    header.setAttribute('aria-sort', now);
    const body = table.tBodies[0];
    const sign = now === 'ascending' ? 1 : -1;
    body.append(...[...body.rows].sort((a, b) => sign * compare(value(a, column), value(b, column))));
  };

  for (const table of document.querySelectorAll('table.sortable')) {
    for (const header of table.tHead.rows[0].cells) {
      if (header.dataset.plain !== undefined) continue;
      const button = make('button', {type: 'button'}, ...header.childNodes);
      button.addEventListener('click', () => sort(table, header));
      header.append(button);
    }
  }

  // ---- filtering
  const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

  const filters = {
    tools: {label: 'Find tools', items: 'tbody tr', choices: [['at risk', (row) => row.querySelector('.mark')]]},
    findings: {
      label: 'Find findings',
      items: '.findings > li',
      choices: ['critical', 'high', 'medium', 'low', 'info'].map(
        (severity) => [severity, (item) => item.querySelector('p > b').className === severity]),
    },
  };

  for (const list of document.querySelectorAll('[data-filter]')) {
    const {label, items, choices} = filters[list.dataset.filter];
    const rows = [...list.querySelectorAll(items)].map((element) => {
      const group = element.closest('details');
      const rule = element.querySelector('p > a');
      const words = (group === null ? '' : group.querySelector('summary').textContent) +
                    (rule === null ? '' : document.querySelector(rule.hash).textContent);
      return {element, text: fold(words + ' ' + element.textContent)};
    });
    if (rows.length < 2) continue;
    const input = make('input', {type: 'search', autocomplete: 'off'});
    const select = make('select', {}, make('option', {value: ''}, 'all'));
    choices.forEach(([name, holds], index) => {
      if (rows.some(({element}) => holds(element))) select.append(make('option', {value: index}, name));
    });
    const count = make('output', {});
    const wasOpen = new Map([...list.children].filter((group) => group.localName === 'details').map((group) => [group, group.open]));
    const update = () => {
      const words = fold(input.value).split(/\s+/).filter(Boolean);
      const asked = words.length > 0 || select.value !== '';
      let shown = 0;
      for (const {element, text} of rows) {
        const hit = words.every((word) => text.includes(word)) &&
                    (select.value === '' || Boolean(choices[select.value][1](element)));
        element.hidden = !hit;
        shown += hit ? 1 : 0;
      }
      for (const [group, open] of wasOpen) {
        const hit = group.querySelector('.findings > li:not([hidden])') !== null;
        group.hidden = !hit;
        group.open = asked ? hit : open;
      }
      count.textContent = asked ? `${shown} shown` : '';
    };
    input.addEventListener('input', update);
    select.addEventListener('change', update);
    const form = make('div', {className: 'controls'},
      make('label', {}, label + ' ', input), make('label', {}, 'Show ', select), count);
    if (wasOpen.size > 0) {
      for (const [name, open] of [['Open all', true], ['Close all', false]]) {
        const button = make('button', {type: 'button'}, name);
        button.addEventListener('click', () => { for (const group of wasOpen.keys()) group.open = open; });
        form.append(button);
      }
    }
    list.before(form);
    update();
  }

  // A link to a finding opens the group it is in.
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    const group = target && target.closest('details');
    if (!group) return;
    group.hidden = target.hidden = false;
    group.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();

  // ---- hover
  for (const map of document.querySelectorAll('svg.map')) {
    const links = [...map.querySelectorAll('[data-a]')];
    const nodes = [...map.querySelectorAll('[data-n]')];
    const light = (near, lit) => {
      map.classList.add('dimmed');
      for (const node of nodes) node.classList.toggle('lit', near.has(node.dataset.n));
      for (const link of links) link.classList.toggle('lit', lit.includes(link));
    };
    for (const node of nodes) {
      node.addEventListener('pointerenter', () => {
        const own = links.filter(({dataset}) => dataset.a === node.dataset.n || dataset.b === node.dataset.n);
        light(new Set([node.dataset.n, ...own.flatMap(({dataset}) => [dataset.a, dataset.b])]), own);
      });
    }
    for (const link of links)
      link.addEventListener('pointerenter', () => light(new Set([link.dataset.a, link.dataset.b]), [link]));
    for (const part of [...nodes, ...links])
      part.addEventListener('pointerleave', () => map.classList.remove('dimmed'));
  }

  for (const table of document.querySelectorAll('table.matrix')) {
    const mark = (column, on) => {
      for (const row of table.rows) if (row.cells[column]) row.cells[column].classList.toggle('lit', on);
    };
    for (const [name, on] of [['pointerover', true], ['pointerout', false]]) {
      table.addEventListener(name, ({target}) => {
        const cell = target.closest('td, th');
        if (cell) mark(cell.cellIndex, on);
      });
    }
  }

  // ---- printing: what is closed is opened for a while, where the browser cannot do so by style
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('details:not([open])')];
    for (const group of closed) group.open = true;
  });
  addEventListener('afterprint', () => { for (const group of closed) group.open = false; });
})();
