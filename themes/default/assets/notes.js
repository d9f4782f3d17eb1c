// On paper the links that lead out become footnotes: a number beside each, the addresses at the end.
// Where no script runs the style sheet prints each address behind its link.

const LINKS = '.out[href], .prose a[href^="http"]';

addEventListener("beforeprint", () => {
  const numbers = new Map();
  const list = document.createElement("ol");
  list.className = "notes";
  for (const link of document.querySelectorAll(`main :is(${LINKS})`)) {
    if (!numbers.has(link.href)) {
      numbers.set(link.href, numbers.size + 1);
      list.append(Object.assign(document.createElement("li"), { textContent: link.href }));
    }
    const mark = document.createElement("span");
    mark.className = "note-ref";
    mark.textContent = numbers.get(link.href);
    link.after(mark);
  }
  if (!numbers.size) return;
  document.querySelector("main").append(list);
  document.documentElement.classList.add("noted");
});

addEventListener("afterprint", () => {
  document.documentElement.classList.remove("noted");
  for (const made of document.querySelectorAll(".notes, .note-ref")) made.remove();
});
