import { expect, test } from "vitest";
import { csvOf } from "../../src/formats/csv.ts";
import { edgeList, gexf, graphml } from "../../src/formats/graph.ts";
import { terminalOf } from "../../src/cli/terminal.ts";
import { elementsOf } from "./elements.ts";

/** A stream that only remembers. */
function stream(isTTY: boolean) {
  const written: string[] = [];
  return {
    isTTY,
    columns: 80,
    written,
    write: (text: string) => written.push(text),
  } as unknown as NodeJS.WriteStream & {
    written: string[];
  };
}

test("colours only on a terminal, and not with NO_COLOR", () => {
  const paint = (isTTY: boolean, env: NodeJS.ProcessEnv) =>
    terminalOf(stream(isTTY), stream(isTTY), env).paint("bold", "word");
  expect(paint(true, {})).toBe("\u001b[1mword\u001b[22m");
  expect(paint(true, { NO_COLOR: "1" })).toBe("word");
  expect(paint(true, { TERM: "dumb" })).toBe("word");
  expect(paint(false, {})).toBe("word");
});

test("progress only where standard error is a terminal; results are never mixed with it", () => {
  const [out, err] = [stream(true), stream(true)];
  const terminal = terminalOf(out, err, {});
  terminal.progress("half done");
  terminal.out("result");
  expect(out.written).toEqual(["result\n"]);
  expect(err.written).toEqual(["\r\u001b[Khalf done", "\r\u001b[K"]);
  const pipe = stream(false);
  terminalOf(out, pipe, {}).progress("half done");
  expect(pipe.written).toEqual([]);
});

test("text that a spreadsheet would run is defused, numbers stay numbers", () => {
  const values = ["=1+1", "+x", "-x", "@x", "\tx", 'a "b", c', "plain", -5, null, true];
  const csv = csvOf([{ name: "cell", kind: "text", values }])
    .trimEnd()
    .split("\n")
    .slice(1);
  expect(csv).toEqual(["'=1+1", "'+x", "'-x", "'@x", "'\tx", '"a ""b"", c"', "plain", "-5", "", "true"]);
});

test("graphs: whatever a name holds, the text is well-formed", () => {
  const nasty = `<&>"'=x`;
  const graph = {
    nodes: [
      { id: "a", attributes: { town: nasty, sales: 1.5, seen: true } },
      { id: nasty, attributes: { town: "b", sales: -1, seen: false } },
    ],
    edges: [{ source: "a", target: nasty, attributes: { trust: 0.5, kind: nasty } }],
  };
  const keys = elementsOf(graphml(graph)).filter(({ name }) => name === "key");
  expect(keys.map(({ attributes }) => attributes.get("attr.type"))).toEqual([
    "string",
    "double",
    "boolean",
    "double",
    "string",
  ]);
  const edges = elementsOf(gexf(graph)).filter(({ name }) => name === "edge");
  expect(edges.map(({ attributes }) => attributes.get("target"))).toEqual(["&lt;&amp;&gt;&quot;'=x"]);
  expect(edgeList(graph)).toBe(`source,target,trust,kind\na,"<&>""'=x",0.5,"<&>""'=x"\n`);
});
