// Nothing here is needed to read the site. Each module looks for what it can add to.
import "./filter.js";
import "./copy.js";
import "./notes.js";
import "./search/search.js";

// Lists that a phone keeps folded stand open where there is room beside the text.
const wide = matchMedia("(min-width: 60rem)");
const unfold = () => {
  for (const details of document.querySelectorAll("[data-open-wide]")) details.open = wide.matches;
};
unfold();
wide.addEventListener("change", unfold);

// On a phone the ways through the site scroll sideways: the one that we are on comes into view.
const ways = document.querySelector(".ways ul");
const here = ways?.querySelector("[aria-current], .within");
if (here) ways.scrollLeft = here.offsetLeft - (ways.clientWidth - here.offsetWidth) / 2;
