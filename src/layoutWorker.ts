// First of all: what comes after it finds no way out.
import "./lockDown.ts";
import { layOut } from "../ui/stage/layout.ts";
import type { Layout } from "../ui/stage/look.ts";
import { layOutMap } from "../ui/stage/mapLayout.ts";
import type { LayoutRequest } from "../ui/stage/places.ts";

/** Works out places off the main thread: one request in, one answer out. */
self.addEventListener("message", ({ data }: MessageEvent<{ request: LayoutRequest; layout: Layout }>) => {
  const places = data.layout === "map" ? layOutMap(data.request) : layOut(data.request);
  self.postMessage(places, { transfer: [places.x.buffer, places.y.buffer] });
});
