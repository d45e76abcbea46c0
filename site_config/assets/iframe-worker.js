/* Let search run on pages opened from a folder, where browsers refuse to start workers:
   a hidden frame of the same page does a worker's job. The theme looks for this file's name. */
(function () {
  "use strict"
  if (location.protocol !== "file:") return

  class FrameWorker extends EventTarget {
    constructor(address) {
      super()
      this.waiting = []
      this.frame = document.createElement("iframe")
      this.frame.hidden = true
      this.frame.title = "Search"
      document.body.appendChild(this.frame)
      this.inside = this.frame.contentWindow
      this.prepare()
      this.load(String(address)).then(() => {
        const waiting = this.waiting
        this.waiting = null
        waiting.forEach((data) => this.deliver(data))
      })
    }

    prepare() {
      const page = this.inside.document
      page.open()
      page.write("<!doctype html><title>Search</title>")
      page.close()
      this.inside.postMessage = (data) => this.answer(data)
      this.inside.importScripts = (...addresses) =>
        addresses.reduce((done, each) => done.then(() => this.load(each)), Promise.resolve())
    }

    load(address) {
      return new Promise((resolve, reject) => {
        const script = this.inside.document.createElement("script")
        script.src = address
        script.onload = resolve
        script.onerror = reject
        this.inside.document.head.appendChild(script)
      })
    }

    // Both sides get a copy, as with a real worker; each may change what it was given.
    answer(data) {
      const event = new MessageEvent("message", { data: structuredClone(data) })
      setTimeout(() => {
        if (this.onmessage) this.onmessage(event)
        this.dispatchEvent(event)
      })
    }

    deliver(data) {
      this.inside.dispatchEvent(new this.inside.MessageEvent("message", { data }))
    }

    postMessage(data) {
      const copy = structuredClone(data)
      if (this.waiting) this.waiting.push(copy)
      else this.deliver(copy)
    }

    terminate() {
      this.frame.remove()
    }
  }

  window.Worker = FrameWorker
  // By this name the theme knows that its helpers for other languages lie beside its own script.
  window.IFrameWorker = FrameWorker
})()
