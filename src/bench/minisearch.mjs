// Searches pages with MiniSearch, kept warm in memory, as a person who builds a search for a site
// would: words as Intl.Segmenter cuts them, since its own cutting finds no Chinese word. One request
// a line on standard input: {"add": FILE} with a page a line ({"title","text"}), then
// {"query": TEXT, "with": "AND" or "OR"}. One answer a line: milliseconds and how many were found.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import MiniSearch from 'minisearch';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const tokenize = (text) => {
  const words = [];
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (isWordLike) words.push(segment);
  }
  return words;
};
const index = new MiniSearch({ fields: ['title', 'text'], tokenize });

const add = async (file) => {
  let id = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const { title, text } = JSON.parse(line);
    index.add({ id: id++, title, text });
  }
  return id;
};

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  const start = process.hrtime.bigint();
  const found = request.add
    ? await add(request.add)
    : index.search(request.query, { combineWith: request.with }).length;
  const millis = Number(process.hrtime.bigint() - start) / 1e6;
  console.log(JSON.stringify({ millis, found, megabytes: process.memoryUsage().rss / 1e6 }));
}
