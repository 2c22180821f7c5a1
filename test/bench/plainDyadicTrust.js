/**
 * The reference model dyadic-trust as one would write it at first in JavaScript: objects that point to each other,
 * arrays of them, a list of what happens. It is the slow twin of `sim/models/reference/dyadicTrust.ts`: the same
 * rules, the same draws, written without a look at its loops, and so the same bytes (`plainDyadicTrust.test.ts`). What
 * the columns gain in speed over this is printed by `npm run bench`.
 *
 * Numbers that the engine keeps in single precision are rounded so here.
 */
const single = Math.fround;

/** Firms with their ties, from who they are and whom they know (rows). */
export function makeFirms(people) {
  const firms = people.map(({ knows: _, ...person }) => ({ ...person, capital: 1, ties: [] }));
  people.forEach(({ knows }, row) => {
    const firm = firms[row];
    firm.ties = knows.map((other) => {
      const to = firms[other];
      const east = firm.x - to.x;
      const north = firm.y - to.y;
      const distance = Math.sqrt(east * east + north * north);
      return {
        to,
        trust: single(0.3),
        complement: single(0.1 + Math.abs(firm.productivity - to.productivity)),
        gain: single(Math.sqrt(firm.productivity * to.productivity) * 1 + 0.4 + 0.05),
        cost: single(0.4 + 0.05 + 0.5 * distance),
      };
    });
  });
  return firms;
}

/** Yes with the chance that logistic(x) gives. */
function says(word, x) {
  return (word / 2 ** 32) * (1 + Math.exp(-x)) < 1;
}

function tieBetween(firm, other) {
  return firm.ties.find((tie) => tie.to === other);
}

/** Trust along a tie, or in a stranger. */
function trustOf(tie) {
  return tie === undefined ? single(0.3) : tie.trust;
}

function pickTie(firm, word) {
  const weights = firm.ties.map((tie) => tie.trust * tie.complement);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const draw = (word / 2 ** 32) * total;
  let sum = 0;
  const found = weights.findIndex((weight) => draw < (sum += weight));
  return firm.ties[found < 0 ? firm.ties.length - 1 : found];
}

/** What happens where a firm asks another one to meet; nothing where either refuses. */
function meet(asker, words) {
  const [pick, upper] = words("meet", asker.key);
  const [lower, lowerToo] = words("agree", asker.key);
  const tie = pickTie(asker, pick);
  const back = tieBetween(tie.to, asker);
  const first = (upper >>> 20) * 2 ** 20 + (lower >>> 12);
  const second = ((upper >>> 8) % 2 ** 12) * 2 ** 20 + (lowerToo >>> 12);
  if (!says(first, 2 * (tie.trust * tie.gain - tie.cost))) return undefined;
  if (!says(second, 2 * (trustOf(back) * tie.gain - tie.cost))) return undefined;
  const [own, partners] = words("give", asker.key);
  const gave = says(own, -1.3 + 3 * tie.trust + asker.disposition);
  const got = says(partners, -1.3 + 3 * trustOf(back) + tie.to.disposition);
  return { asker, tie, back, gave, got, told: tell(asker, tie, words) };
}

/** The tie of a third firm that hears of the partner, if any. */
function tell(asker, tie, words) {
  const [whether, whom] = words("tell", asker.key);
  if (whether / 2 ** 32 >= 0.1) return undefined;
  const others = asker.ties.filter((other) => other !== tie);
  return tieBetween(others[Math.floor((whom / 2 ** 32) * others.length)].to, tie.to);
}

function pay(firm, gave, got) {
  const payoff = gave ? (got ? 1 : -0.4) : got ? 1.2 : 0;
  firm.capital = single(Math.max(0, firm.capital + payoff));
}

function learn(tie, kept, strength) {
  if (tie === undefined) return;
  tie.trust = single(tie.trust + strength * (kept ? 0.1 * (1 - tie.trust) : -0.25 * tie.trust));
}

/**
 * One month: everyone acts on the state at its start; then every asker's own part is applied, then what it did to
 * others.
 * @returns the month's meetings, in the order of their askers
 */
export function playMonth(firms, words) {
  const meetings = firms.map((firm) => meet(firm, words)).filter((meeting) => meeting !== undefined);
  for (const { asker, tie, gave, got } of meetings) {
    pay(asker, gave, got);
    learn(tie, got, 1);
  }
  for (const { tie, back, gave, got, told } of meetings) {
    pay(tie.to, got, gave);
    learn(back, gave, 1);
    learn(told, got, 0.3);
  }
  return meetings;
}
