/* Help the theme's search: fetch its index when somebody searches, not on every page, and look for
   the words that matter in a question. Runs before the theme's own script. */
(function () {
  "use strict"

  // "Who do I call" is about calling; the search would find every word that begins with "do".
  const small = new Set(
    ("a am an and are as at be but by can could did do does for from get go got had has have he her " +
      "him his how i if im in is it its just me my not of on or our she should so some that the their " +
      "them then there they this to us was we were what when where which who whom why will with would " +
      "you your").split(" ")
  )
  const withoutSmall = (words) => {
    if (/["+*:~^]/.test(words) || !document.documentElement.lang.startsWith("en")) return words
    const kept = words.split(/\s+/).filter((each) => {
      const plain = each.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")
      return plain && !small.has(plain)
    })
    return kept.length ? kept.map((each) => each.replace(/[?!.,;]+$/, "")).join(" ") : words
  }
  const ask = Worker.prototype.postMessage
  Worker.prototype.postMessage = function (message, ...rest) {
    const asked = message && message.type === 2 && message.data
    const items = message && message.type === 0 && message.data && message.data.items
    if (items) {
      // Zensical: the search gets a copy whose titles hold the search words; the page shows its own.
      const full = items.map((each) => (each.words ? { ...each, title: `${each.title} ${each.words}` } : each))
      message = { ...message, data: { ...message.data, items: full } }
    } else if (typeof asked === "string") {
      message = { ...message, data: withoutSmall(asked) }
    } else if (asked && typeof asked.input === "string") {
      message = { ...message, data: { ...asked, input: withoutSmall(asked.input) } }
    }
    return ask.call(this, message, ...rest)
  }

  // Coming from a result, what was looked for is marked on the page, for which the theme needs it too.
  const arriving = new URLSearchParams(location.search)
  if (location.protocol === "file:" || arriving.has("q") || arriving.get("h")) return
  const { open, send } = XMLHttpRequest.prototype
  let waiting = []
  const start = () => {
    const all = waiting || []
    waiting = null
    all.forEach((go) => go())
  }
  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    this.pbIndex = /\/search(_index)?\.json$/.test(String(address))
    return open.call(this, method, address, ...rest)
  }
  XMLHttpRequest.prototype.send = function (...rest) {
    if (this.pbIndex && waiting) waiting.push(() => send.apply(this, rest))
    else send.apply(this, rest)
  }
  const search = ".md-search, .md-search__button, [data-pb-opens=search], [for=__search]"
  for (const sign of ["focusin", "pointerdown", "pointerover"]) {
    addEventListener(sign, (event) => event.target.closest && event.target.closest(search) && start())
  }
  addEventListener("keydown", (event) => {
    if (["s", "f", "/"].includes(event.key) || ((event.ctrlKey || event.metaKey) && event.key === "k")) {
      start()
    }
  })
})()
