// Opens pages in Chromium with scripts switched off, runs axe on them in each light and width, and tries the choice of
// region and sector. Prints, as JSON, a list a page of what is wrong. Pictures go to the folder in PICTURES, if set.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";

const [, , packages, ...files] = process.argv;
const require = createRequire(packages);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const pictures = process.env.PICTURES;

const browser = await chromium.launch({
  executablePath: process.env.OUTREACH_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});
/** Runs in the page: chooses each region, each sector and each pair, and says what is wrong. */
function choices() {
  const wrong = [];
  const shown = (what) => [...document.querySelectorAll(what)].filter((one) => one.offsetParent !== null).length;
  const all = shown(".e");
  const [regions, sectors] = ["regions", "sectors"].map((name) =>
    [...document.querySelectorAll(`.${name} input[id]`)].map((input) => ({
      id: input.id,
      count: Number(input.closest("label").querySelector("small").textContent),
    })),
  );
  if (all === 0 || sectors.length === 0) wrong.push("nothing to choose from");
  const reset = document.querySelector("button[type=reset]");
  const check = (ids, count) => {
    for (const id of ids) document.getElementById(id).click();
    const event = ["", ...ids].join(".");
    const left = shown(".e");
    if (left !== count || shown(`.e${event}`) !== count) wrong.push(`${ids}: ${left} for ${count}`);
    if (shown(".g") !== shown(`.g:has(.e${event})`)) wrong.push(`${ids}: an empty month`);
    if (shown(".none") !== (count === 0 ? 1 : 0)) wrong.push(`${ids}: says wrongly whether there is anything`);
    if (reset.offsetParent === null) wrong.push(`${ids}: no way back`);
    reset.click();
    if (shown(".e") !== all) wrong.push(`${ids}: not all are back`);
  };
  for (const { id, count } of [...regions, ...sectors]) check([id], count);
  for (const { id: region } of regions)
    for (const { id: sector } of sectors)
      check([region, sector], document.querySelectorAll(`.e.${region}.${sector}`).length);
  return wrong;
}
const LOOKS = [
  { name: "light", colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { name: "dark", colorScheme: "dark", viewport: { width: 1280, height: 900 } },
  { name: "phone", colorScheme: "light", viewport: { width: 320, height: 720 } },
];
const reports = [];
for (const file of files) {
  const wrong = [];
  for (const look of LOOKS) {
    const context = await browser.newContext({ ...look, reducedMotion: "reduce" });
    const page = await context.newPage();
    page.on("request", (request) => {
      if (!request.url().startsWith("file:")) wrong.push(`asks for ${request.url()}`);
    });
    page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
    await page.goto(pathToFileURL(file).href);
    if (pictures) await page.screenshot({ path: `${pictures}/${basename(file)}-${look.name}.png` });
    await page.evaluate(`${axe};undefined`);
    const found = await page.evaluate(
      (rules) => globalThis.axe.run(document, { runOnly: rules, resultTypes: ["violations"] }),
      ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    );
    for (const { id, nodes } of found.violations) wrong.push(`${look.name}: ${id}: ${nodes[0].html} (${nodes.length})`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) wrong.push(`${look.name}: ${wide} px too wide`);
    await context.close();
  }
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  wrong.push(...(await page.evaluate(choices)));
  if (pictures) {
    await page.locator('input[id^="r"]').first().check();
    await page.screenshot({ path: `${pictures}/${basename(file)}-chosen.png` });
    await page.locator("button[type=reset]").click();
    await page.pdf({ path: `${pictures}/${basename(file)}.pdf`, format: "A4" });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: `${pictures}/${basename(file)}-phone.png` });
  }
  await context.close();
  reports.push(wrong);
}
await browser.close();
console.log(JSON.stringify(reports));
