// Choosing a stretch of time on the chart: by drawing over it, or by the keys of a slider.
import { TONGUE, dayNumber, isoDay } from "./days.js";

const SVG = "http://www.w3.org/2000/svg";

/** How far a key moves, in days or months. */
const STEPS = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -7,
  PageUp: 7,
  Home: -Infinity,
  End: Infinity,
};

/** Lets `chosen(from, to)` know of each stretch drawn; gives back `show(from, to)`. */
export function attachBrush(figure, chosen) {
  const svg = figure.querySelector(".plot svg");
  const first = dayNumber(figure.dataset.start);
  const last = dayNumber(figure.dataset.end);
  const days = last - first + 1;
  const mark = svg.appendChild(document.createElementNS(SVG, "rect"));
  mark.setAttribute("class", "brush");
  mark.setAttribute("y", 0);
  mark.setAttribute("height", figure.dataset.base);
  figure.classList.add("brushable");
  let origin = null;
  let current = null;

  const dayAt = (event) => {
    const box = svg.getBoundingClientRect();
    const part = (event.clientX - box.left) / box.width;
    return first + Math.max(0, Math.min(days - 1, Math.floor(part * days)));
  };
  const place = (from, to) => {
    mark.setAttribute("x", `${(100 * (from - first)) / days}%`);
    mark.setAttribute("width", `${(100 * (to - from + 1)) / days}%`);
  };
  const stretch = () => [Math.min(origin, current), Math.max(origin, current)];

  svg.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    origin = current = dayAt(event);
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    if (origin === null) return;
    const day = dayAt(event);
    if (day === current) return;
    current = day;
    chosen(...stretch().map(isoDay));
  });
  svg.addEventListener("pointerup", () => {
    if (origin === null) return;
    const [from, to] = stretch().map(isoDay);
    // One press on the day that is chosen already takes the choice back.
    const again = from === to && mark.dataset.from === from && mark.dataset.to === to;
    origin = null;
    if (again) chosen("", "");
    else chosen(from, to);
  });
  svg.addEventListener("pointercancel", () => (origin = null));

  // Where the stretch was begun and where it ends now; the first key chooses the first bar's day.
  let ends = null;
  const start = dayNumber(figure.querySelector(".bin").dataset.start);
  const step = figure.dataset.unit === "day" ? 1 : 30;
  const words = new Intl.DateTimeFormat(TONGUE, { dateStyle: "long", timeZone: "UTC" });
  const within = (day) => Math.max(first, Math.min(last, day));
  const inOrder = () => [...ends].sort((a, b) => a - b);
  const slider = svg.parentElement.appendChild(document.createElement("span"));
  slider.className = "slider";
  slider.tabIndex = 0;
  slider.role = "slider";
  slider.ariaLabel = figure.dataset.keys;
  slider.ariaValueMin = 0;
  slider.ariaValueMax = days - 1;
  slider.addEventListener("keydown", (event) => {
    const { key, shiftKey } = event;
    if (key === "Escape" && ends) chosen("", "");
    if (!(key in STEPS) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const end = ends ? within(ends[1] + STEPS[key] * step) : start;
    ends = [ends && shiftKey ? ends[0] : end, end];
    chosen(...inOrder().map(isoDay));
  });

  return {
    show(from, to) {
      const active = Boolean(from || to);
      mark.classList.toggle("on", active);
      if (origin === null) Object.assign(mark.dataset, { from, to });
      const begin = within(dayNumber(from, first));
      const end = Math.max(begin, within(dayNumber(to, last)));
      if (!active) ends = null;
      else if (!ends || inOrder().join() !== [begin, end].join()) ends = [begin, end];
      slider.ariaValueNow = (ends?.[1] ?? start) - first;
      slider.ariaValueText = ends ? words.formatRange(...inOrder().map((day) => new Date(isoDay(day)))) : figure.dataset.whole;
      if (active) place(begin, end);
    },
  };
}
