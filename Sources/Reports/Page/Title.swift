internal import Quantities
internal import Scenarios
internal import Theatre
internal import Warnings

/// Who speaks of what, as of when, and by which run.
extension PageWriter {
  func titleBlock() -> String {
    let postures = theatre.postures.map {
      "<li>\(postureMark($0.id)), as of \($0.asOf): \(Html.escape($0.title))</li>"
    }
    return """
      <header><p class="kind">Vedette briefing</p><h1>\(Html.escape(theatre.title))</h1>
      <p class="lead">\(Html.escape(theatre.summary))</p>
      <ul class="postures">\(postures.joined())</ul>
      <p class="meta">Vedette \(results.version) · scenario \(Html.escape(results.scenario)), SHA-256 \
      \(results.scenarioHash.prefix(12)) · seed \(results.seed) · \(results.replicates) × \
      \(results.draws) draws</p>
      <nav aria-label="Contents"><ol>\(contents())</ol></nav></header>
      """
  }

  private func contents() -> String {
    var items = [
      ("summary", "In four minutes"), ("change", "What changed, and what it costs"),
      ("places", "Before and after on the map"), ("distributions", "Before and after in numbers"),
      ("ladders", "Every place"), ("foundations", "What it rests on"),
      ("method", "Method and limits"),
    ]
    if results.strategic != nil {
      items.insert(("strategic", "Days and weeks"), at: 4)
    }
    if !results.trials.isEmpty { items.insert(("trials", "Claims on trial"), at: 4) }
    return items.map { "<li><a href=\"#\($0.0)\">\($0.1)</a></li>" }.joined()
  }
}
