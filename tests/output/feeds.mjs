// Prints what feedsmith reads of feeds: for each file the id, link, title and text of its items.
import { readFileSync } from "node:fs";
import { parseFeed } from "feedsmith";

const read = {
  rss: (item) => [item.guid?.value, item.link, item.title, item.content?.encoded],
  atom: (item) => [item.id, item.links?.[0]?.href, text(item.title), text(item.content)],
  json: (item) => [item.id, item.url, item.title, item.content_html],
};
const text = (value) => value?.value ?? value;

const found = {};
for (const file of process.argv.slice(2)) {
  const { format, feed } = parseFeed(readFileSync(file, "utf8"));
  found[file.split("/").pop()] = { format, items: (feed.items ?? feed.entries).map(read[format]) };
}
console.log(JSON.stringify(found));
