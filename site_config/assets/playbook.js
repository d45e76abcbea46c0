/* Small comforts; every page reads well without them. */
(function () {
  "use strict"
  const body = document.body

  // The theme opens its menu and its search by hidden check boxes; these buttons let keyboards in.
  const opensSearchItself = document.querySelector(".md-search__button")
  for (const button of document.querySelectorAll("[data-pb-opens]")) {
    const what = button.dataset.pbOpens
    const box = document.getElementById("__" + what)
    const say = () => button.setAttribute("aria-expanded", String(box.checked))
    box.addEventListener("change", say)
    button.addEventListener("click", () => {
      if (what === "search" && opensSearchItself) {
        opensSearchItself.click()
        return
      }
      box.click()
      const first = what === "drawer" && box.checked && document.querySelector(".pb-menu a")
      if (first) setTimeout(() => first.focus({ preventScroll: true }), 300)
    })
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !box.checked || what === "search") return
      box.click()
      button.focus()
    })
  }

  // Day and night: as the device has it, until the reader chooses.
  const choice = document.querySelector("[data-pb-scheme]")
  const device = matchMedia("(prefers-color-scheme: dark)")
  const remembered = () => {
    try {
      return localStorage.getItem("pb-scheme")
    } catch (error) {
      return null
    }
  }
  const paint = (night) => {
    if (night) body.setAttribute("data-md-color-scheme", "slate")
    else body.removeAttribute("data-md-color-scheme")
    if (choice) choice.setAttribute("aria-pressed", String(night))
  }
  paint(remembered() ? remembered() === "slate" : device.matches)
  device.addEventListener("change", () => remembered() || paint(device.matches))
  if (choice) {
    choice.hidden = false
    choice.addEventListener("click", () => {
      const night = body.getAttribute("data-md-color-scheme") !== "slate"
      paint(night)
      try {
        localStorage.setItem("pb-scheme", night ? "slate" : "default")
      } catch (error) {
        /* A browser that remembers nothing still changes this page. */
      }
    })
  }

  // What the page has to say in its own language stands in its attributes.
  const said = document.getElementById("__skip").dataset

  // A day by which something was to be done is marked once it has passed.
  for (const day of document.querySelectorAll("time.pb-due")) {
    if (new Date(day.dateTime + "T23:59:59") >= new Date()) continue
    day.classList.add("pb-due--past")
    const mark = document.createElement("span")
    mark.className = "pb-late"
    mark.textContent = said.late
    day.append(" ", mark)
  }

  // What is wider than the screen can be scrolled with the arrow keys.
  const reachable = () => {
    for (const box of document.querySelectorAll(".pb-page .md-typeset__scrollwrap, .pb-map")) {
      if (box.scrollWidth <= box.clientWidth) continue
      box.tabIndex = 0
      box.setAttribute("role", "region")
      if (!box.hasAttribute("aria-label")) box.setAttribute("aria-label", said.wide)
    }
  }
  addEventListener("load", reachable)
  addEventListener("resize", reachable)

  // Printed pages show what is folded away on the screen.
  let opened = []
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(".pb-page details:not([open])")]
    opened.forEach((box) => (box.open = true))
  })
  addEventListener("afterprint", () => opened.forEach((box) => (box.open = false)))
})()

/* Getting started: the ticks stay on the device, for each playbook and role. */
;(function () {
  "use strict"
  const boxes = [...document.querySelectorAll("[data-pb-ticks] input[type=checkbox]")]
  const progress = document.querySelector("[data-pb-progress]")
  if (boxes.length && progress) {
    const said = progress.dataset
    const place = "pb-ticks-" + boxes[0].closest("[data-pb-ticks]").dataset.pbTicks
    const [told, note, button] = progress.querySelectorAll("[role=status], span, button")
    const ticked = () => boxes.filter((box) => box.checked).map((box) => box.id)
    const say = () => {
      const count = ticked().length
      told.textContent = said.pbDone.replace("{count}", count).replace("{total}", boxes.length)
      button.textContent = cleared.length ? said.pbBack : said.pbClear
      button.hidden = !count && !cleared.length
    }
    const keep = () => {
      try {
        localStorage.setItem(place, JSON.stringify(ticked()))
      } catch (error) {
        note.hidden = true
      }
    }
    const tick = (ids) => boxes.forEach((box) => (box.checked = ids.includes(box.id)))
    let cleared = []
    try {
      const kept = JSON.parse(localStorage.getItem(place))
      if (Array.isArray(kept)) tick(kept)
    } catch (error) {
      note.hidden = true
    }
    boxes.forEach((box) =>
      box.addEventListener("change", () => {
        cleared = []
        keep()
        say()
      }),
    )
    button.addEventListener("click", () => {
      const before = ticked()
      tick(cleared)
      cleared = before
      keep()
      say()
    })
    progress.hidden = false
    say()
  }

  for (const line of document.querySelectorAll("[data-pb-print]")) {
    line.hidden = false
    line.firstElementChild.addEventListener("click", () => print())
  }
})()
