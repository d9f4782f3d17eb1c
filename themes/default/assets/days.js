// ISO days as whole numbers since 1970, which can be compared and counted.
const DAY = 86_400_000;

/** How days are said: where no country is given, English has the day first, as the pages do. */
export const TONGUE = document.documentElement.lang.replace(/^en$/, "en-GB");

/** The number of an ISO day, or `open` when there is none. */
export const dayNumber = (iso, open) => (iso ? Math.floor(Date.parse(iso) / DAY) : open);

export const isoDay = (number) => new Date(number * DAY).toISOString().slice(0, 10);
