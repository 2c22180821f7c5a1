import { layOut } from "../ui/stage/layout.ts";
import { layOutMap } from "../ui/stage/mapLayout.ts";
import type { LayoutRequest, Layouts } from "../ui/stage/places.ts";

/** Works out places off the main thread: one request in, one answer out. */
self.addEventListener("message", ({ data }: MessageEvent<LayoutRequest>) => {
  const layouts: Layouts = { places: layOut(data), map: layOutMap(data) };
  const buffers = [layouts.places, layouts.map].flatMap(({ x, y }) => [x.buffer, y.buffer]);
  self.postMessage(layouts, { transfer: buffers });
});
