import { expect, test } from "vitest";
import { fileName } from "../../ui/export/save.ts";
import { SvgPen } from "../../ui/export/svgPen.ts";

test("lines, circles, fills and words become vectors with their styles, moved with the origin", () => {
  const pen = new SvgPen();
  pen.translate(10, 20);
  pen.strokeStyle = "#123456";
  pen.lineWidth = 1.25;
  pen.lineCap = "round";
  pen.setLineDash([4, 3]);
  pen.globalAlpha = 0.5;
  pen.beginPath();
  pen.moveTo(0, 0);
  pen.lineTo(1.006, 2);
  pen.stroke();
  pen.setLineDash([]);
  pen.globalAlpha = 1;
  pen.beginPath();
  pen.arc(5, 5, 2, 0, 2 * Math.PI);
  pen.fillStyle = "#abcdef";
  pen.fill("evenodd");
  pen.font = '600 14px "A B", sans-serif';
  pen.fillText("<Río> & co", 3, 4);
  expect(pen.picture(100, 50, "What?")).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" viewBox="0 0 100 50" role="img"><title>What?</title>' +
      '<path d="M10 20L11.01 22" fill="none" stroke="#123456" stroke-width="1.25" stroke-linecap="round" stroke-dasharray="4 3" stroke-opacity="0.5"/>' +
      '<path d="M17 25a2 2 0 1 1 -4 0a2 2 0 1 1 4 0z" fill-rule="evenodd" fill="#abcdef"/>' +
      '<text x="13" y="24" font-weight="600" font-size="14" font-family="&quot;A B&quot;, sans-serif" fill="#abcdef">&lt;Río&gt; &amp; co</text></svg>',
  );
});

test("what it cannot draw it refuses instead of drawing it wrong", () => {
  const pen = new SvgPen();
  expect(() => pen.arc(0, 0, 1, 0, Math.PI)).toThrow("whole circles");
});

test("a file's name cannot lead out of a folder", () => {
  expect(fileName(["distretto", "../../etc", "101/2", "month-3"], "png")).toBe("distretto_etc_101-2_month-3.png");
  expect(fileName(["..", "", "a b"], "svg")).toBe("a-b.svg");
});
