// Choosing a stretch of time by drawing over the chart. The two date fields do the same by keyboard.
import { dayNumber, isoDay } from "./days.js";

const SVG = "http://www.w3.org/2000/svg";

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

  return {
    show(from, to) {
      const active = Boolean(from || to);
      mark.classList.toggle("on", active);
      if (origin === null) Object.assign(mark.dataset, { from, to });
      if (!active) return;
      const start = Math.max(first, Math.min(last, dayNumber(from, first)));
      place(start, Math.max(start, Math.min(last, dayNumber(to, last))));
    },
  };
}
