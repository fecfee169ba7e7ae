import Datasets
import Findings
import Foundation
import Quantities
import Reports
import Scenarios
import Tactical
import TestSupport
import Testing
import Theatre
import Vedette

/// The middle knows no rung: a toy rung of the test support reaches everything that a reader sees.
@Suite struct GenericTests {
  static let analysis = Result {
    Analysis(
      try Scenario(id: "island", files: Island.files()),
      environment: Environment(terrain: nil, refractivity: nil, borders: [:]), data: [],
      rungs: [TacticalSlice.self, ToySlice.self])
  }

  static let results = Task {
    try await analysis.get().results(.draws(64), seed: 1)
  }

  /// March of 100 to 200 h, reported after 10 h: the median warning is 140 h; half the march leaves 65 h. 64
  /// stratified draws of 16 replicates: a hundredth of the range, 1 h.
  @Test func itsFiguresFollowItsLaw() async throws {
    let results = try await Self.results.value
    func value(_ id: String) throws -> Double {
      try #require(results.figure("operational/port/\(id)")?.estimate.value, "\(id)")
    }
    #expect(abs(try value("warning/calm/median") - 140) < 1)
    #expect(abs(try value("warning/tense/median") - 65) < 1)
    #expect(abs(try value("march/calm/median") - 150) < 1)
    #expect(abs(try value("warning/calm~tense/shift-median") + 75) < 1)
    #expect(try value("warning/calm/no-alert") == 0)
    #expect(try value("deciding-column/calm/share") == 1)
    // the whole variance is the march's, which is part of the model, but for ticks of 0.1 h in 100 h
    #expect(abs(try value("rests-on-chance/calm/share") - 1) < 1e-5)
  }

  /// The least of both ends is 90 h; the one part of the change is all of it.
  @Test func worstCaseAndPartsWorkForIt() async throws {
    let results = try await Self.results.value
    let headline = try Self.analysis.get().scenario.theatre.headline
    let (before, after) = (headline.before.value, headline.after.value)
    let worst = try #require(
      results.figure("operational/port/worst-warning/\(before)/median")?.estimate)
    #expect(abs(worst.value! - 90) < 0.11)
    func part(_ name: String) throws -> Double {
      let id = "operational/port/part-of-change/\(before)~\(after)/\(name)"
      return try #require(
        results.figure(id)?.estimate.value, "\(id)")
    }
    // eight draws of a march whose quarter is 25 h
    #expect(abs(try part("nearer") + 75) < 5)
    #expect(try part("nearer") == part("whole-change"))
  }

  @Test func itReachesCsvJsonAndSchema() async throws {
    let results = try await Self.results.value
    let csv = FiguresFile.csv(results)
    let json = ResultsFile.answer(results)
    for quantity in ["warning", "march"] {
      #expect(
        csv.contains(
          "\noperational/port/\(quantity)/calm/median,operational,port,\(quantity),calm,median,"))
      #expect(json.contains("\"id\":\"operational/port/\(quantity)/calm/median\""))
    }
    let schema = try JSONSerialization.jsonObject(
      with: Data(ResultsFile.schema([TacticalSlice.findings, ToySlice.findings]).text.utf8))
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
    #expect(SchemaCheck.faults(value, schema, "$").isEmpty)
    let definitions = try #require(
      (schema as? [String: Any])?["$defs"] as? [String: [String: Any]])
    #expect(
      definitions["operational march"]?["description"] as? String == ToyQuantity.march.sentence)
  }

  @Test func itIsExplained() async throws {
    let results = try await Self.results.value
    let explanation = try #require(Explanation("operational/mill/march/calm/p10", in: results))
    #expect(explanation.inputs.contains { $0.address == "axis.march" && $0.kind == "adversary" })
    #expect(try Self.analysis.get().figure("operational/mill/march/calm/p10") != nil)
    #expect(try Self.analysis.get().figure("operational/mill/pace/calm/p10") == nil)
  }

  @Test func itReachesTheLadderAndThePage() async throws {
    let results = try await Self.results.value
    let theatre = try Self.analysis.get().scenario.theatre
    let ladder = Ladder(results: results, theatre: theatre, classes: theatre.classesOfThreat)
    let text = LadderText(ladder, of: theatre.places[0]).text
    #expect(text.contains(ToyQuantity.march.sentence))
    let toy = try #require(text.range(of: "warning: From the report to the arrival"))
    let tactical = try #require(text.range(of: "quasi-ballistic"))
    #expect(toy.lowerBound < tactical.lowerBound, "longest warning first")
    let page = try BriefingPage(
      results: results, theatre: theatre, classes: theatre.classesOfThreat,
      pack: .init(path: "/nonexistent"), sections: PageSection.briefing + [.toy]
    ).html
    #expect(page.contains("id=\"operational/port/warning/calm/median\""))
    #expect(page.contains("<li><a href=\"#toy\">A toy &lt;section&gt;</a></li>"))
    #expect(page.contains("<section id=\"toy\""))
    #expect(page.contains("How long a &quot;column&quot; marches."))
    #expect(page.contains("operational/mill/march/calm/median\""))
  }

  /// The menu and the page are made of one list: every section is in the menu, in the same order.
  @Test func everySectionIsInTheMenu() async throws {
    let results = try await Self.results.value
    let theatre = try Self.analysis.get().scenario.theatre
    let page = try BriefingPage(
      results: results, theatre: theatre, classes: theatre.classesOfThreat,
      pack: .init(path: "/nonexistent")
    ).html
    let sections = page.matches(of: #/<section id="([^"]+)"/#).map { String($0.output.1) }
    let menu = page.matches(of: #/<li><a href="#([^"]+)">/#).map { String($0.output.1) }
    #expect(sections.count > 8)
    #expect(Array(menu.prefix(sections.count)) == sections)
  }
}
