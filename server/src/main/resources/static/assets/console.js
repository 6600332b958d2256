// What the pages do better with a script. Without it every link and every form still works.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");

  // The menu of a narrow screen.
  const menuButton = document.querySelector("[data-menu]");
  menuButton?.addEventListener("click", () => {
    const open = document.getElementById("menu").classList.toggle("open");
    menuButton.setAttribute("aria-expanded", String(open));
  });

  // Whatever a script sends carries the token that forms carry.
  const csrf = document.querySelector('meta[name="csrf"]');
  document.addEventListener("htmx:configRequest", (event) => {
    if (csrf && event.detail.verb !== "get") {
      event.detail.headers[csrf.dataset.header] = csrf.content;
    }
  });

  // A bar and a word while an answer is awaited; not for what comes at once.
  const bar = document.getElementById("loading");
  const word = bar.querySelector("[data-loading]");
  let waiting = 0;
  let timer = 0;
  document.addEventListener("htmx:beforeRequest", () => {
    waiting += 1;
    timer ||= setTimeout(() => { bar.classList.add("on"); word.textContent = word.dataset.loading; }, 150);
  });
  document.addEventListener("htmx:afterRequest", () => {
    waiting = Math.max(0, waiting - 1);
    if (waiting === 0) {
      clearTimeout(timer);
      timer = 0;
      bar.classList.remove("on");
      word.textContent = "";
    }
  });
  // An answer that is no page part (signed out, refused) is shown as a page.
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status === 401 || event.detail.xhr.status === 403) {
      location.reload();
    }
  });

  // Rows: a click anywhere follows the row's link, j and k go from row to row.
  const rows = () => [...document.querySelectorAll("[data-row]")];
  document.addEventListener("click", (event) => {
    const row = event.target.closest("tr[data-row]");
    if (row && !event.target.closest("a, button, input, label, summary") && !String(getSelection())) {
      row.querySelector("a")?.click();
    }
  });
  const step = (by) => {
    const all = rows();
    const at = all.findIndex((row) => row.contains(document.activeElement));
    const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
    const link = next?.querySelector("a");
    if (link) {
      link.focus();
      next.scrollIntoView({ block: "nearest" });
    }
  };

  const dialog = document.getElementById("shortcuts");
  const help = () => { if (!dialog.open) { dialog.showModal(); } };
  document.addEventListener("click", (event) => { if (event.target.closest("[data-shortcuts]")) { help(); } });

  const places = { t: "/", c: "/cases", r: "/relationships", w: "/ways", p: "/policy", a: "/audit" };
  let going = 0;
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open) { return; }
    if (typing) {
      if (event.key === "Escape") { event.target.blur(); }
      return;
    }
    if (going && Date.now() - going < 1500 && places[event.key]) {
      location.assign(places[event.key]);
      return;
    }
    going = 0;
    switch (event.key) {
      case "?": help(); event.preventDefault(); break;
      case "g": going = Date.now(); break;
      case "j": step(1); event.preventDefault(); break;
      case "k": step(-1); event.preventDefault(); break;
      case "/": {
        const search = document.querySelector("[data-search]");
        if (search) {
          search.closest("details")?.setAttribute("open", "");
          search.focus();
          search.select();
        } else if (menuButton) {
          location.assign("/relationships#search");
        }
        event.preventDefault();
        break;
      }
      default: {
        // Whatever names the key: a field is written in, a link or a button is followed.
        const named = /^[a-z1-9]$/.test(event.key) && document.querySelector(`main [data-key="${event.key}"]`);
        if (named) {
          named.closest("details")?.setAttribute("open", "");
          named.focus();
          if (named.matches("a, button")) { named.click(); }
          event.preventDefault();
        }
      }
    }
  });
  if (location.hash === "#search") { document.querySelector("[data-search]")?.focus(); }

  // Who else is at a case: told and asked for while the page is seen and somebody does something at it.
  const present = document.querySelector("[data-present]");
  if (present) {
    const every = 15000, writes = 60000, idle = 600000;
    const write = present.dataset.writes === "true" && csrf;
    const send = (path, more) => fetch(path, write ? { method: "POST", headers: { [csrf.dataset.header]: csrf.content }, ...more } : {});
    let acted = Date.now(), typed = 0, told = null;
    const beat = async () => {
      if (document.hidden || Date.now() - acted > idle) { return; }
      try {
        const answer = await send(present.dataset.present, { body: new URLSearchParams({ writing: Date.now() - typed < writes }) });
        const now = answer.ok && !answer.redirected ? await answer.text() : "";
        // What is the same is not read out again.
        if (now !== told) { present.innerHTML = told = now; }
      } catch { /* Without an answer the next beat asks again. */ }
    };
    for (const kind of ["pointerdown", "keydown", "scroll"]) { addEventListener(kind, () => { acted = Date.now(); }, { passive: true }); }
    document.addEventListener("input", (event) => {
      if (event.target.closest(".case form")) {
        const begins = Date.now() - typed > writes;
        typed = Date.now();
        if (begins) { beat(); }
      }
    });
    document.addEventListener("visibilitychange", beat);
    addEventListener("pagehide", () => { if (write) { send(`${present.dataset.present}/gone`, { keepalive: true }); } });
    setInterval(beat, every);
    beat();
  }

  // One box checks all of its name; a choice shows only the fields that it needs.
  document.addEventListener("change", (event) => {
    const all = event.target.closest("[data-check]");
    if (all) { document.querySelectorAll(`input[name="${all.dataset.check}"]`).forEach((one) => { one.checked = all.checked; }); }
    if (event.target.matches("[data-shows]")) { shows(event.target); }
  });
  const shows = (choice) => choice.form.querySelectorAll("[data-shown-for]").forEach((one) => {
    one.hidden = !one.dataset.shownFor.split(" ").includes(choice.value);
  });
  document.querySelectorAll("[data-shows]").forEach(shows);

  // A button copies what it names.
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      button.textContent = button.dataset.copied;
    }
  });

  // Pictures. Each names its kind and carries its numbers; the table below it says the same.
  const colour = (name) => {
    const probe = document.createElement("span");
    probe.style.color = `var(--${name})`;
    document.body.append(probe);
    const value = getComputedStyle(probe).color;
    probe.remove();
    return value;
  };
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const tone = (name) => colour(name.replaceAll("_", "-"));
  const common = (data) => ({
    animation: !still,
    animationDuration: 300,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colour("muted") },
    // Drawn text: a page part with styles of its own would be refused by the security policy.
    tooltip: {
      trigger: "axis", renderMode: "richText", confine: true, backgroundColor: colour("card"), borderColor: colour("line"),
      textStyle: { color: colour("ink"), fontSize: 13 }, axisPointer: { lineStyle: { color: colour("quiet") } },
    },
    aria: { enabled: true, label: { description: data.description } },
    grid: { left: 8, right: 12, top: 36, bottom: 8, containLabel: true },
  });
  const axis = (extra) => ({
    axisLine: { lineStyle: { color: colour("line") } }, axisTick: { show: false },
    axisLabel: { color: colour("muted"), fontSize: 12, hideOverlap: true },
    splitLine: { lineStyle: { color: colour("line"), opacity: 0.6 } }, ...extra,
  });
  const legend = { type: "scroll", right: 0, pageIconSize: 12, top: 0, left: 0, itemWidth: 12, itemHeight: 12, icon: "roundRect" };

  const kinds = {
    // Shares of the chance by week, stacked.
    stack: (data) => ({
      ...common(data),
      legend: { ...legend, pageIconColor: colour("link"), pageTextStyle: { color: colour("muted") }, textStyle: { color: colour("ink"), fontSize: 13 }, data: data.series.filter((one) => one.values.some((v) => v > 0.0005)).map((one) => one.label) },
      xAxis: axis({ type: "category", data: data.labels, boundaryGap: false, splitLine: { show: false } }),
      yAxis: axis({ type: "value", min: 0, max: data.max, axisLabel: { color: colour("muted"), formatter: (v) => data.percent ? `${Math.round(v * 100)}${data.percent}` : String(v) }, axisLine: { show: false } }),
      tooltip: { ...common(data).tooltip, valueFormatter: (v) => data.percent ? `${(v * 100).toFixed(0)}${data.percent}` : String(v) },
      series: data.series.map((one) => ({
        name: one.label, type: "line", stack: data.lines ? undefined : "all", data: one.values, symbol: "none",
        lineStyle: { width: data.lines ? 2 : 0.5, color: tone(one.tone) }, itemStyle: { color: tone(one.tone) },
        areaStyle: data.lines ? undefined : { color: tone(one.tone), opacity: one.tone === "quiet" ? 0.28 : 0.8 }, emphasis: { disabled: true },
      })),
    }),
    // Counts by month, side by side.
    months: (data) => ({
      ...common(data),
      legend: { ...legend, pageIconColor: colour("link"), pageTextStyle: { color: colour("muted") }, textStyle: { color: colour("ink"), fontSize: 13 }, data: data.series.map((one) => one.label) },
      xAxis: axis({ type: "category", data: data.labels, splitLine: { show: false } }),
      yAxis: axis({ type: "value", min: 0, minInterval: 1, axisLine: { show: false } }),
      series: data.series.map((one) => ({ name: one.label, type: "bar", data: one.values, barMaxWidth: 28, itemStyle: { color: tone(one.tone) }, emphasis: { disabled: true } })),
    }),
    // What hurt above, what helped below, purchases as a rhythm between them.
    timeline: (data) => ({
      ...common(data),
      legend: { ...legend, pageIconColor: colour("link"), pageTextStyle: { color: colour("muted") }, textStyle: { color: colour("ink"), fontSize: 13 }, data: data.series.map((one) => one.label) },
      tooltip: { ...common(data).tooltip, trigger: "item", formatter: (point) => point.data.told },
      xAxis: axis({ type: "time", min: data.from, max: data.to, splitLine: { show: false }, axisLabel: { color: colour("muted"), formatter: (ms) => new Intl.DateTimeFormat(root.lang, { month: "short", year: "2-digit", timeZone: "UTC" }).format(ms) } }),
      yAxis: axis({ type: "value", min: -1.15, max: 1.15, axisLabel: { show: false }, axisLine: { show: false }, splitLine: { show: false } }),
      series: data.series.map((one) => ({
        name: one.label, type: "scatter", symbol: one.symbol, itemStyle: { color: one.hollow ? colour("paper") : tone(one.tone), borderColor: tone(one.tone), borderWidth: one.hollow ? 2 : 0 },
        symbolSize: (value) => value[2], data: one.points.map((p) => ({ value: [p.at, p.y, p.size], told: p.told })), cursor: "default",
        markLine: one.axis ? { silent: true, symbol: "none", label: { show: false }, lineStyle: { color: colour("line"), type: "solid" }, data: [{ yAxis: 0 }] } : undefined,
      })),
    }),
  };

  const drawn = new Map();
  const draw = (element) => {
    drawn.get(element)?.dispose();
    const data = JSON.parse(element.dataset.chart);
    const picture = window.echarts.init(element, null, { renderer: "svg" });
    picture.setOption(kinds[data.kind](data));
    drawn.set(element, picture);
  };
  const all = () => {
    for (const element of drawn.keys()) { if (!element.isConnected) { drawn.get(element).dispose(); drawn.delete(element); } }
    const found = [...document.querySelectorAll("[data-chart]")];
    if (found.length === 0) { return; }
    if (window.echarts) { found.filter((one) => !drawn.has(one)).forEach(draw); return; }
    const script = document.createElement("script");
    script.src = document.body.dataset.echarts;
    script.onload = () => found.forEach(draw);
    document.head.append(script);
  };
  all();
  document.addEventListener("htmx:afterSettle", all);
  addEventListener("resize", () => drawn.forEach((picture) => picture.resize()));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => [...drawn.keys()].forEach(draw));
})();
