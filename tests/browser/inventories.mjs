// Inventories that the examples have no place for.

// Numerical Recipes' generator: the same stack every time.
const numbers = () => {
  let state = 20261123;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % limit;
  };
};

const range = (count, make) => Array.from({length: count}, (_, i) => make(i));

// A stack of a large company: more of everything than one screen holds.
export const large = (tools) => {
  const below = numbers();
  const one_of = (list) => list[below(list.length)];
  const categories = ['crm', 'cdp', 'dam', 'cms', 'seo', 'web-analytics', 'email-marketing', 'marketing-automation',
    'feedback', 'dashboards', 'reviews', 'social-media-management', 'data-warehouse', 'content-creation', 'session-replay',
    'project-management', 'consent-management', 'customer-service', 'testing-and-personalisation', 'ecommerce-platform'];
  const teams = range(14, (i) => ({id: `team-${i}`, name: `Team of region ${i + 1}`, department: 'Marketing', function: 'marketing'}));
  const people = range(40, (i) => ({id: `person-${i}`, name: `Person ${i + 1}`, team: one_of(teams).id}));
  const capabilities = range(40, (i) => ({id: `capability-${i}`, name: `Capability ${i + 1} of the plan`}));
  const ids = (list, count) => [...new Set(range(count, () => one_of(list).id))];
  return JSON.stringify({
    martech: 1,
    organisation: {name: 'A very large holding', currency: 'EUR', size: 'large'},
    teams,
    people,
    capabilities,
    kpis: range(12, (i) => ({id: `kpi-${i}`, title: `KPI ${i + 1}`, unit: 'percent', baseline: 10, target: 20,
      measured_on: '2026-10-01'})),
    objectives: range(12, (i) => ({id: `objective-${i}`, title: `Objective ${i + 1} with a rather long title`,
      status: 'active', priority: 1 + i % 3, owner: one_of(people).id, kpis: [`kpi-${i}`], requires: ids(capabilities, 6)})),
    tools: range(tools, (i) => ({
      id: `tool-${i}`,
      name: `Tool number ${i} for marketing`,
      category: one_of(categories),
      status: 'active',
      owner: one_of(people).id,
      user_teams: ids(teams, 1 + below(3)),
      capabilities: below(4) === 0 ? [] : ids(capabilities, 2),
      objectives: below(3) === 0 ? [] : [`objective-${below(12)}`],
      cost: {amount: 1000 + below(90000), per: 'year'},
      pricing: {metrics: ['seat']},
      seats: {purchased: 100},
      usage: {active: below(101), measured_on: '2026-11-01', evidence: 'login'},
      contract: {starts: '2026-01-01', ends: `2027-${String(1 + below(12)).padStart(2, '0')}-28`, notice_days: 60,
        auto_renews: true, term_months: 12},
      integrations: range(below(3), () => ({to: `tool-${(i + 1 + below(tools - 1)) % tools}`,
        kind: one_of(['native', 'api', 'file', 'manual']), status: one_of(['active', 'active', 'active', 'broken'])})),
    })),
  });
};

const script = '<script>window.attacked = true</script>';
const image = '"\'><img src=x onerror="window.attacked = true">';

// Names that try to be more than names.
export const hostile = JSON.stringify({
  martech: 1,
  organisation: {name: `${script}</title>${script}`, currency: 'EUR'},
  teams: [{id: 'a', name: `</span></th>${script}`}, {id: 'b', name: '{{{style}}} {{>page}} {{/teams}}'}],
  capabilities: [{id: 'c', name: `</td>${image}`}],
  objectives: [{id: 'o', title: `javascript:window.attacked=true ${image}`, status: 'active', priority: 1, requires: ['c']}],
  tools: [
    {id: 't0', name: `</script>${script}</style>${script}`, category: 'crm', owner: 'a', user_teams: ['b'],
      cost: {amount: 12000, per: 'year'}, contract: {ends: '2027-03-31', notice_days: 60, auto_renews: true},
      integrations: [{to: 't1', kind: 'manual', status: 'active'}, {to: 't2', kind: 'api', status: 'broken'}]},
    {id: 't1', name: `${image}</desc></svg>${script}`, category: 'crm', owner: 'b', capabilities: ['c'],
      objectives: ['o'], problem: `<a href="javascript:window.attacked=true">x</a>`,
      integrations: [{to: 't2', kind: 'file', status: 'active'}]},
    {id: 't2', name: '\u202Edesrever \u2066 &lt;script&gt; \u0000\u001B[31m', category: 'seo'},
    {id: 't3', name: 'مرحبا שלום 你好 🎉 Tiếng Việt', category: 'seo', vendor: 'https://evil.example/'},
    {id: 't4', name: 'W'.repeat(300), category: 'seo'},
  ],
});

// Nothing that a rule about tools in use could judge.
export const retired = JSON.stringify({martech: 1, organisation: {name: 'Nobody', currency: 'EUR'},
  tools: [{id: 'a', name: 'A', status: 'retired'}]});

// A picture that tries to be more than a picture.
export const hostile_logo = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"
  onload="parent.attacked = true">${script}<image href="https://evil.example/x.png" width="9" height="9"/>
  <foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example"/></foreignObject>
  <rect width="120" height="40"/></svg>`;

// Everything that stands on one page as long as it gets.
const words = (count) => range(count, () => 'Organisationsentwicklungsprogramm').join(' ');
export const wordy = JSON.stringify({
  martech: 1,
  organisation: {name: words(9), currency: 'EUR'},
  teams: [{id: 'a', name: words(5), department: 'Marketing', function: 'marketing'}],
  people: [{id: 'p', name: words(2), team: 'a', role: words(5)}],
  objectives: [{id: 'o', title: words(6), status: 'active', priority: 1, owner: 'p'}],
  tools: range(12, (i) => ({id: `t${i}`, name: `${i} ${words(8)}`, category: 'crm', owner: 'p', criticality: 'critical', status: 'active',
    cost: {amount: 9_000_000_000 + i, per: 'year'}, pricing: {metrics: ['seat']}, seats: {purchased: 1000}, live_on: '2020-01-01',
    usage: {active: i < 4 ? 0 : 10, last_activity_on: '2025-01-01', measured_on: '2026-11-01', evidence: 'login'},
    data: {personal: true}, contract: {starts: '2026-01-01', ends: `2027-0${1 + i % 3}-28`, notice_days: 30, auto_renews: true,
      term_months: 12}})),
});
