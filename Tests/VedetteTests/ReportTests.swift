import Datasets
import Findings
import Foundation
import Quantities
import Reports
import Tactical
import TestSupport
import Testing
import Theatre
import Validation
import Vedette
import Warnings

@Suite struct ReportTests {
  private func figure(_ value: Double?, _ low: Double?, _ high: Double?) -> Figure {
    Figure(
      FigureID(.place("x"), TacticalFigures.warning, .posture("p"), .median),
      Estimate(value: value, low: low, high: high), draws: 100, inputs: [])
  }

  /// Signs, thresholds and the digits that a reader sees.
  @Test func wordsFollowTheirRules() {
    #expect(Words.time(-59.6) == "−60 s")
    #expect(Words.time(599) == "599 s" && Words.time(600) == "10 min")
    #expect(Words.time(3.2 * 3_600) == "3.2 h" && Words.time(-3.26 * 3_600) == "−3.3 h")
    #expect(Words.change(figure(-70, -72, -68)) == "−70 s")
    #expect(Words.change(figure(3, 1, 5)) == "+3 s")
    #expect(Words.change(figure(-1, -3, 1)) == "no change")
    #expect(Words.change(figure(0.3, 0.25, 0.35)) == "no change")
    #expect(Words.change(figure(nil, nil, nil)) == "–")
    #expect(Words.time(figure(nil, nil, nil)) == "no alert")
    #expect(Words.share(figure(0, 0, 0.00023)) == "< 0.02 %")
    #expect(Words.share(figure(1, 0.9998, 1)) == "> 99.98 %")
    #expect(Words.percent(0.123) == "12 %" && Words.percent(0.0123) == "1.2 %")
    // some replicate has no alert: only an upper end is known
    #expect(Words.time(figure(-62, nil, 590)) == "< 590 s")
    #expect(Words.time(figure(90, 62, nil)) == "> 62 s")
    #expect(Words.change(figure(-62, nil, nil)) == "no change")
    #expect(Words.count(1, "place", "places") == "one place")
    #expect(Words.list(["a", "b", "c"]) == "a, b and c" && Words.list(["a"]) == "a")
  }

  /// The last digit printed is worth at least the first digit of the computing error.
  @Test func noDigitIsFinerThanTheComputingError() {
    #expect(Words.time(figure(212.4, 209.4, 215.4)) == "212 s")
    #expect(Words.time(figure(212.4, 200.4, 224.4)) == "210 s")
    #expect(Words.time(figure(212.4, 202.9, 221.9)) == "210 s")
    #expect(Words.time(figure(212.4, 203.0, 221.8)) == "212 s")
    #expect(Words.time(figure(1_234, 1_204, 1_264)) == "21 min")
    #expect(Words.time(figure(1_234, 334, 2_134)) == "20 min")
    #expect(Words.time(figure(15_000, 7_800, 22_200)) == "4 h")
    #expect(Words.change(figure(-87, -107, -67)) == "−90 s")
    #expect(Words.share(figure(0.0123, 0.0113, 0.0133)) == "1.2 %")
    #expect(Words.share(figure(0.0123, 0.0013, 0.0233)) == "1 %")
    #expect(Words.share(figure(0.123, 0.003, 0.243)) == "10 %")
    #expect(Words.share(figure(0.004, 0.0035, 0.0045)) == "0.40 %")
    #expect(Words.share(figure(0.004, 0.003, 0.005)) == "0.4 %")
    #expect(Words.share(figure(0.0004, 0, 0.0044)) == "< 0.44 %")
    #expect(Words.share(figure(0.9996, 0.9956, 1)) == "> 99.56 %")
    #expect(Words.percent(0.9955, error: 0.0002) == "99.55 %")
  }

  /// The page stands alone: each figure id once and known, nothing fetched, no NaN, every place there.
  @Test func thePageStandsAlone() async throws {
    let island = try island()
    let results = try await island.results(.draws(64), seed: 1)
    let page = try BriefingPage(
      results: results, theatre: island.scenario.theatre,
      classes: island.scenario.theatre.classesOfThreat,
      pack: DataPack(path: "/nonexistent")
    ).html
    let ids = page.matches(of: #/ id="(tactical\/[^"]+)"/#).map { String($0.output.1) }
    #expect(ids.count > 30 && Set(ids).count == ids.count)
    #expect(ids.allSatisfy { results.figure($0) != nil })
    for word in [
      "src=\"", "fetch(", "XMLHttp", "localStorage", "document.cookie", "import(", "url(http",
      "NaN", "nan s", "inf ",
    ] {
      #expect(!page.contains(word), "the page holds '\(word)'")
    }
    #expect(page.matches(of: #/<script>/#).count == 1)
    for place in island.scenario.theatre.places { #expect(page.contains(place.name)) }
    #expect(page.contains("No border is drawn."))
    #expect(page.contains("Analytic confidence is low"))
  }

  /// What costs nothing is said first, in these words.
  @Test func whatCostsNothingComesFirst() async throws {
    let text = Island.scenario.replacing(
      "      - {move: far-brigade, to: spit}\n      - {set: alert.decision, to: 30 s}\n",
      with: "      - {on: north-radar}\n")
    let island = try island(["scenario.yaml": text])
    let results = try await island.results(.draws(64), seed: 1)
    let page = try BriefingPage(
      results: results, theatre: island.scenario.theatre,
      classes: island.scenario.theatre.classesOfThreat,
      pack: DataPack(path: "/nonexistent")
    ).html
    let first = try #require(
      page.firstMatch(of: #/<ul class="judgements"><li>(.*?) <a /#)
    ).output.1
    #expect(
      first
        == "The brigade moves closer costs no warning at any of 2 places within reach of quasi-ballistic missiles."
    )
    let list = try #require(
      page.firstMatch(of: #/<h3>Every comparison<\/h3><ol><li>(.*?)<\/li>/#)
    ).output.1
    #expect(
      list
        == "The brigade moves closer (calm → tense): of 2 places within reach of quasi-ballistic missiles, "
        + "the siren comes first as often as before at all: it costs no warning.")
  }

  /// Markup in a scenario's words stays text.
  @Test func wordsOfAScenarioAreEscaped() async throws {
    let text = Island.scenario.replacing(
      "title: An island", with: "title: <b>An \"island\" & more</b>")
    let island = try island(["scenario.yaml": text])
    let results = try await island.results(.draws(4), seed: 1)
    let page = try BriefingPage(
      results: results, theatre: island.scenario.theatre,
      classes: island.scenario.theatre.classesOfThreat,
      pack: DataPack(path: "/nonexistent")
    ).html
    #expect(page.contains("<h1>&lt;b&gt;An &quot;island&quot; &amp; more&lt;/b&gt;</h1>"))
  }
}
