// Runs inside a page of `litmus explain --html` and presses its keys and buttons. What the page
// shows after each step has to be what `litmus explain --json` says (element #expected). Each check
// is a line of #result.
"use strict";
(function () {
  const expected = JSON.parse(document.getElementById("expected").textContent);
  const lines = [];
  let bad = 0;
  function check(name, ok, more) {
    if (!ok) bad++;
    lines.push((ok ? "ok - " : "not ok - ") + name + (ok || more === undefined ? "" : ": " + more));
  }
  const $ = id => document.getElementById(id);
  const press = key => document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  const at = () => +document.body.dataset.step;
  const panes = () => [...document.querySelectorAll(".pane.tape")];
  const tapes = expected.tapes;
  const numbers = [...new Set(tapes.flatMap(t => t.steps.map(s => s.step)))].sort((a, b) => a - b);

  // what one pane shows against one step of the JSON; "" if they agree
  function differs(pane, step) {
    if (+pane.dataset.step !== step.step) return "shows step " + pane.dataset.step + ", not " + step.step;
    const rows = new Map([...pane.querySelectorAll("tr[data-alloc]:not(.gone)")].map(r => [+r.dataset.alloc, r]));
    if (rows.size !== step.state.length) return "shows " + rows.size + " cells, not " + step.state.length;
    const boxes = new Map([...pane.querySelectorAll(".borrow")].map(b => [+b.dataset.alloc, b]));
    let borrowed = 0;
    for (const cell of step.state) {
      const row = rows.get(cell.allocation);
      if (!row) return "no row for " + cell.name;
      if (row.dataset.value !== cell.value) return cell.name + " is " + row.dataset.value + ", not " + cell.value;
      if (row.children[0].textContent !== cell.name) return "the name of " + cell.name;
      if (!cell.borrows) continue;
      borrowed++;
      const box = boxes.get(cell.allocation);
      if (!box) return "no borrows of " + cell.name;
      const ranges = [...box.querySelectorAll(".range")];
      if (ranges.length !== cell.borrows.length) return "ranges of " + cell.name;
      for (let i = 0; i < ranges.length; i++) {
        const want = cell.borrows[i], shown = [...ranges[i].querySelectorAll("[data-tag]")];
        if (+ranges[i].dataset.from !== want.from || +ranges[i].dataset.to !== want.to) return "bytes of " + cell.name;
        if (cell.discipline === "stack") shown.reverse();
        const a = shown.map(e => e.dataset.tag + " " + e.dataset.perm).join();
        const b = want.pointers.map(p => p.tag + " " + p.permission).join();
        if (a !== b) return "borrows of " + cell.name + ": " + a + ", not " + b;
        if (cell.discipline === "tree") for (let k = 0; k < shown.length; k++) {
          let depth = -1;
          for (let e = shown[k]; e !== ranges[i]; e = e.parentElement) depth += e.tagName === "UL";
          if (want.pointers[k].depth !== depth) return "depth of tag " + want.pointers[k].tag + " in " + cell.name;
        }
      }
    }
    if (boxes.size !== borrowed) return "borrows of something else";
    const happened = [...pane.querySelectorAll("ul.happened li:not(.lib):not(.dim)")];
    if (happened.length !== step.happened.length) return "what happened: " + happened.length + ", not " + step.happened.length;
    for (let i = 0; i < happened.length; i++) {
      const h = step.happened[i], text = h.text.replace(/`/g, "") + (h.times ? " (" + h.times + " times)" : "");
      if (happened[i].textContent.replace(/`/g, "") !== text) return "what happened: " + happened[i].textContent;
    }
    return "";
  }
  // every pane against its tape's step of this number, or its last one before
  function look(number) {
    if (at() !== number) return "at step " + at() + ", not " + number;
    if ($("where").textContent.indexOf("step " + number + " of") !== 0) return "it says " + $("where").textContent;
    let here = null;
    for (let k = 0; k < tapes.length; k++) {
      const steps = tapes[k].steps.filter(s => s.step <= number);
      if (!steps.length) continue;
      const step = steps[steps.length - 1], why = differs(panes()[k], step);
      if (why) return tapes[k].model + ", step " + number + ": " + why;
      if (number <= tapes[k].total && !here) here = step;
      const ended = panes()[k].querySelector(".ending");
      if ((step.step === tapes[k].total) !== (ended !== null)) return "the ending of " + tapes[k].model;
      if (ended && ended.textContent.replace(/`/g, "").indexOf(tapes[k].ending.outcome.replace(/`/g, "")) < 0)
        return "the ending of " + tapes[k].model + " says something else";
    }
    const marked = document.querySelector(".src [aria-current=step]");
    if (here && (!marked || +marked.dataset.line !== here.line)) return "the marked line";
    return "";
  }
  function sweep(name, key, order) {
    let why = "";
    for (let i = 0; i < order.length && !why; i++) {
      why = look(order[i]);
      if (!why && i + 1 < order.length) press(key);
    }
    check(name, why === "", why);
  }

  const down = [...numbers].reverse(), last = down[0], first = numbers[0];
  const hash = /^#step=(\d+)$/.exec(document.body.dataset.opened || "");
  if (hash) check("the fragment chooses the step", look(+hash[1]) === "", look(+hash[1]));
  press("Home");
  check("Home", look(first) === "", look(first));
  sweep("every step forward with the arrow is the machine's", "ArrowRight", numbers);
  press("ArrowRight");
  check("there is nothing behind the last step", at() === last);
  sweep("every step back with the arrow", "ArrowLeft", down);
  press("ArrowLeft");
  check("there is nothing before the first step", at() === first);
  press("j");
  check("j", at() === (numbers[1] || first));
  press("k");
  check("k", at() === first);
  press("End");
  check("End", look(last) === "", look(last));
  $("first").click();
  check("button: first", look(first) === "" && $("back").disabled, look(first));
  $("next").click();
  check("button: forward", at() === (numbers[1] || first));
  $("back").click();
  check("button: back", at() === first);
  $("last").click();
  check("button: last", at() === last && $("next").disabled);
  const middle = Math.floor(numbers.length / 2);
  $("slider").value = middle;
  $("slider").dispatchEvent(new Event("input"));
  check("slider", look(numbers[middle]) === "", look(numbers[middle]));
  if (tapes.length > 1) {
    const parts = expected.part_at !== null;
    check("the button for where they part", $("part").hidden === !parts);
    if (parts) {
      press("Home");
      press("d");
      check("d: where they part", look(expected.part_at) === "", look(expected.part_at));
      press("Home");
      $("part").click();
      check("button: where they part", at() === expected.part_at);
      check("it is marked", document.querySelector(".pane .part") !== null);
    }
  }
  document.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft", ctrlKey: true, bubbles: true }));
  const source = [...document.querySelectorAll(".src .code")].map(c => c.textContent).join("\n");
  check("the source is shown as it is", source === JSON.parse($("data").textContent).source.replace(/\r\n/g, "\n"));
  check("nothing of the program became markup", document.querySelectorAll("b, img, iframe").length === 0 && !window.injected);
  check("buttons have names", [...document.querySelectorAll("button")].every(b => b.getAttribute("aria-label") || b.textContent));
  const result = document.createElement("pre");
  result.id = "result";
  result.textContent = "\nRESULT BEGINS\n" + lines.join("\n") + "\nRESULT ENDS\n";
  document.body.replaceChildren(result);
})();
