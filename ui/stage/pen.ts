/** What the stage draws with: a canvas on the page, one in a worker, or a picture in vectors. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | "fillStyle"
  | "strokeStyle"
  | "lineWidth"
  | "lineCap"
  | "lineJoin"
  | "globalAlpha"
  | "font"
  | "textAlign"
  | "textBaseline"
  | "setLineDash"
  | "beginPath"
  | "moveTo"
  | "lineTo"
  | "bezierCurveTo"
  | "arc"
  | "rect"
  | "closePath"
  | "stroke"
  | "fill"
  | "fillText"
  | "strokeText"
  | "translate"
>;

/** Measures words in a font, as CSS writes it. */
export type Ruler = Pick<CanvasRenderingContext2D, "font" | "measureText">;
