// Reads a markwhen file; prints its events as JSON: [{from, to, text, tags}], and its messages.
const { readFileSync } = require("node:fs");
const { parse } = require("@markwhen/parser");

const read = parse(readFileSync(process.argv[2], "utf8"));
const events = [];
const walk = (node) => {
  if (Array.isArray(node.children)) node.children.forEach(walk);
  else {
    const { fromDateTimeIso: from, toDateTimeIso: to } = node.dateRangeIso;
    events.push({ from, to, text: node.firstLine.restTrimmed, tags: node.tags });
  }
};
walk(read.events);
const messages = [...read.parseMessages, ...read.documentMessages].map((m) => m.message);
console.log(JSON.stringify({ events, messages, title: read.header.title }));
