import { layOut } from "../ui/stage/layout.ts";
import type { LayoutRequest } from "../ui/stage/places.ts";

/** Works out places off the main thread: one request in, one answer out. */
self.addEventListener("message", ({ data }: MessageEvent<LayoutRequest>) => {
  const places = layOut(data);
  self.postMessage(places, { transfer: [places.x.buffer, places.y.buffer] });
});
