// The map itself. Loaded on its own, after the page: the drawing library is larger than all the rest.
import type { Feature, FeatureCollection, Position } from "geojson";
import {
  AttributionControl,
  type GeoJSONSource,
  LngLatBounds,
  Map as Drawing,
  NavigationControl,
  Popup,
  setWorkerUrl,
} from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import "maplibre-gl/dist/maplibre-gl.css";
import { type Basemap, basemap } from "./basemap";
import { WIDE_KM, palette, parted, style } from "./style";

// Without this the map stays blank in a build: the bundler does not find the worker by itself.
setWorkerUrl(workerUrl);

export interface Options {
  container: HTMLElement;
  /** Called with the id of an event that was clicked. */
  onChoose: (id: string) => void;
  /** Called with `west,south,east,north` after the reader moved the map. */
  onMove?: (bbox: string) => void;
}

const EMPTY: FeatureCollection = { type: "FeatureCollection", features: [] };
const CLICKABLE = ["events", "chosen-areas", "chosen-corridors", "shapes-areas", "shapes-corridors"];

export class EventMap {
  readonly #map: Drawing;
  readonly #base: Basemap;
  readonly #options: Options;
  readonly #scheme = matchMedia("(prefers-color-scheme: dark)");
  #events: FeatureCollection = EMPTY;
  #chosen = "";

  /** Fails where the browser has no WebGL. Nothing where the reader went on before there was anything to draw. */
  static async create(options: Options): Promise<EventMap | undefined> {
    const base = await basemap();
    if (!options.container.isConnected) return undefined;
    const created = new EventMap(options, base);
    await created.#map.once("load");
    return created;
  }

  private constructor(options: Options, base: Basemap) {
    this.#options = options;
    this.#base = base;
    this.#map = new Drawing({
      container: options.container,
      style: this.#style(),
      center: [30, 25],
      zoom: 1.4,
      maxZoom: 13,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      fadeDuration: 0,
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.addControl(new NavigationControl({ showCompass: false }), "top-right");
    const credit = "Natural Earth · dashed: disputed borders";
    this.#map.addControl(new AttributionControl({ compact: false, customAttribution: credit }));
    this.#listen();
    this.#scheme.addEventListener("change", this.#restyle);
  }

  /** Shows these features, and goes to where they are. */
  show(events: FeatureCollection, { fit }: { fit: boolean }) {
    this.#events = events;
    this.#fill(["points", "shapes", "chosen"]);
    if (fit) this.#fit(events.features);
  }

  /** Marks one event, and brings it into view where it is not. */
  choose(id: string | undefined) {
    this.#chosen = id ?? "";
    this.#fill(["chosen"]);
    if (this.#map.isStyleLoaded()) this.#map.setGlobalStateProperty("chosen", this.#chosen);
    else this.#map.once("idle", () => this.#map.setGlobalStateProperty("chosen", this.#chosen));
    const features = this.#events.features.filter((f) => f.properties?.id === id);
    const point = features.find((f) => f.geometry.type === "Point")?.geometry;
    if (point?.type === "Point" && !this.#map.getBounds().contains(point.coordinates as [number, number])) {
      this.#fit(features);
    }
  }

  remove() {
    this.#scheme.removeEventListener("change", this.#restyle);
    this.#map.remove();
  }

  #fill(sources: ("points" | "shapes" | "chosen")[]) {
    const data = parted(this.#events, this.#chosen);
    for (const name of sources) this.#map.getSource<GeoJSONSource>(name)?.setData(data[name]);
  }

  #style() {
    return style(this.#base, this.#events, this.#chosen, palette(this.#options.container));
  }

  #restyle = () => {
    this.#map.setStyle(this.#style(), { diff: false });
  };

  #fit(features: Feature[]) {
    const bounds = new LngLatBounds();
    for (const feature of features) {
      if (Number(feature.properties?.radius_km) > WIDE_KM) continue;
      for (const [lon, lat] of positions(feature)) bounds.extend([lon as number, lat as number]);
    }
    if (bounds.isEmpty()) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    // One event alone is shown with the country around it, which a small map needs more distance for.
    const small = this.#options.container.clientWidth < 500;
    this.#map.fitBounds(bounds, { padding: small ? 24 : 48, maxZoom: small ? 4.5 : 6, duration: still ? 0 : 500 });
  }

  #listen() {
    const map = this.#map;
    map.on("click", (event) => {
      const [cluster] = this.#at(event.point, ["clusters"]);
      if (cluster) return void this.#open(cluster);
      const [found] = this.#at(event.point, CLICKABLE);
      if (found) this.#options.onChoose(String(found.properties.id));
    });
    const label = new Popup({ closeButton: false, closeOnClick: false, offset: 10 });
    map.on("mousemove", (event) => {
      const [found] = this.#at(event.point, ["clusters", ...CLICKABLE]);
      map.getCanvas().style.cursor = found ? "pointer" : "";
      const title: unknown = found?.properties.title;
      if (typeof title === "string") label.setLngLat(event.lngLat).setText(title).addTo(map);
      else label.remove();
    });
    map.on("mouseout", () => label.remove());
    map.on("moveend", (event) => {
      // Moves of our own carry no event of the reader's.
      if (!("originalEvent" in event) || !event.originalEvent) return;
      const b = map.getBounds();
      const edges = [b.getWest(), b.getSouth(), b.getEast(), b.getNorth()];
      this.#options.onMove?.(edges.map((n) => n.toFixed(3)).join(","));
    });
  }

  #at(point: { x: number; y: number }, layers: string[]) {
    const there = layers.filter((layer) => this.#map.getLayer(layer));
    const found = this.#map.queryRenderedFeatures([point.x, point.y], { layers: there });
    // A shape that several events share stands for none of them.
    return found.filter((feature) => feature.properties.alone !== false);
  }

  async #open(cluster: Feature) {
    const source = this.#map.getSource<GeoJSONSource>("points");
    if (!source || cluster.geometry.type !== "Point") return;
    const zoom = await source.getClusterExpansionZoom(Number(cluster.properties?.cluster_id));
    this.#map.easeTo({ center: cluster.geometry.coordinates as [number, number], zoom: zoom + 0.5 });
  }
}

function positions(feature: Feature): Position[] {
  const geometry = feature.geometry;
  switch (geometry.type) {
    case "Point":
      return [geometry.coordinates];
    case "LineString":
      return geometry.coordinates;
    case "Polygon":
      return geometry.coordinates.flat();
    case "MultiPolygon":
      return geometry.coordinates.flat(2);
    default:
      return [];
  }
}
