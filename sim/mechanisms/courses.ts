import { integer, number } from "../kernel/params.ts";
import { indexOf } from "../kernel/random.ts";
import { meet } from "../world/ties.ts";
import { institution } from "./institution.ts";

/** Training courses: firms of one trade and town sit in one room, learn, and get to know each other. */
export const courses = institution({
  id: "courses",
  title: "Training courses",
  claim: "A course is a place to meet: those who learned side by side are known to each other, and a little trusted.",
  source: "Ceglie & Dini 1999: the members of Emasim met at a course of the training institute; sizes assumed",
  reads: ["firms.alive", "firms.keyHigh", "firms.keyLow", "firms.network", "firms.openness"],
  writes: ["firms.degree", "firms.knowledge", "ties.*", "tally.programme"],
  params: {
    rate: number({
      label: "Courses",
      unit: "a month",
      min: 0,
      max: 20,
      step: 0.1,
      start: 1,
      doc: "Courses that begin in a month, each in a trade of a town.",
      source: "assumed",
    }),
    places: integer({
      label: "Places",
      unit: "firms",
      min: 2,
      max: 20,
      start: 10,
      doc: "Firms on a course; the more open come sooner.",
      source: "assumed",
    }),
    evidence: number({
      label: "Evidence from a course",
      unit: "observations",
      min: 0,
      max: 5,
      step: 0.05,
      start: 0.15,
      doc: "Favourable evidence for each pair that sat on a course together.",
      source: "assumed: less than a third of a broker's meetings",
    }),
    knowledge: number({
      label: "Learning on a course",
      unit: "share of the gap",
      min: 0,
      max: 1,
      step: 0.01,
      start: 0.05,
      doc: "How much of what a firm does not know a course teaches.",
      source: "assumed",
    }),
    cost: number({
      label: "Cost of a course",
      unit: "kUSD",
      min: 0,
      max: 50,
      step: 0.1,
      start: 0,
      doc: "What a course costs the programme; 0 where a training institute pays.",
      source: "Ceglie & Dini 1999: given by the national training institute",
    }),
  },
  step({ world, settings, draws }) {
    const { firms, cells, ties, tally } = world;
    const where = draws("cell");
    const comes = draws("comes");
    const whole = Math.floor(settings.rate);
    const number = whole + (where.uniform(1, 0) < settings.rate - whole ? 1 : 0);
    for (let k = 0; k < number && cells.rows.length > 0; k++) {
      // A firm is drawn, and its trade and town get the course: large cells have more of them.
      const drawn = indexOf(where.uniform(0, k), cells.rows.length);
      let cell = 0;
      while (cells.starts[cell + 1] <= drawn) cell += 1;
      const own = comes.of(0, k);
      const room = Array.from(cells.rows.subarray(cells.starts[cell], cells.starts[cell + 1]))
        .filter((i) => firms.alive[i] === 1)
        .map((i) => ({ i, place: own.uniform(firms.keyHigh[i], firms.keyLow[i]) / (0.5 + firms.openness[i]) }))
        .sort((a, b) => a.place - b.place || a.i - b.i)
        .slice(0, settings.places)
        .map(({ i }) => i);
      room.forEach((i, at) => {
        firms.knowledge[i] += settings.knowledge * (1 - firms.knowledge[i]);
        for (const j of room.slice(at + 1)) {
          const tie = meet(world, i, j);
          if (tie < 0) continue;
          ties.evidenceFor[tie] += settings.evidence;
          ties.evidenceFor[j * ties.width + ties.reverse[tie]] += settings.evidence;
        }
      });
      tally.programme[0] += settings.cost;
    }
  },
});
