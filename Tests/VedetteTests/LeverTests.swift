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

/// What the defended side could do, tried on the posture that the headline leads to.
@Suite struct LeverTests {
  private static let levers = """
    levers:
      - {id: at-once, words: every order at once, edits: [{set: alert.decision, to: 1 s}]}
      - {id: radar-back, words: the radar works, edits: [{on: north-radar}]}
    trials:
    """

  private static func scenario(_ levers: String = levers, posture: String = "") throws -> Scenario {
    let text = Island.scenario.replacing("trials:", with: levers)
      .replacing("questions:", with: posture + "questions:")
    return try Scenario(id: "island", files: Island.files(["scenario.yaml": text]))
  }

  /// A lever comes to what a posture with the same edits comes to, to the last digit.
  @Test func aLeverIsAPostureOfThoseEdits() async throws {
    let results = try await analysis(try Self.scenario()).results(.draws(32), seed: 3)
    let written = try Self.scenario(
      "trials:",
      posture: """
          at-once:
            as_of: 2030-06-01
            from: blind
            edits: [{set: alert.decision, to: 1 s}]
          radar-back:
            as_of: 2030-06-01
            from: blind
            edits: [{on: north-radar}]

        """)
    let postures = try await analysis(written).results(.draws(32), seed: 3)
    let told = results.figures.filter {
      ["at-once", "radar-back"].contains($0.id.setting.postures.last)
    }
    #expect(told.count > 20)
    var moved = 0
    for figure in told {
      let same = try #require(postures.figures[id: figure.id], "\(figure.id)")
      #expect(same.estimate == figure.estimate, "\(figure.id)")
      let base = FigureID(
        figure.id.subject, figure.id.quantity, of: figure.id.threat, .posture("blind"),
        figure.id.statistic)
      if results.figures[id: base]?.estimate != figure.estimate { moved += 1 }
    }
    #expect(moved > 0)
  }

  /// Nothing else moves because somebody wrote what could be done, and each can be asked for by its id.
  @Test func leversMoveNothingElse() async throws {
    let with = analysis(try Self.scenario())
    let results = try await with.results(.draws(16), seed: 3)
    let without = try await analysis(try Self.scenario("trials:")).results(.draws(16), seed: 3)
    for figure in without.figures {
      #expect(results.figures[id: figure.id]?.estimate == figure.estimate, "\(figure.id)")
    }
    let id = try #require(with.figure("tactical/port/warning.quasi-ballistic/at-once/in-time"))
    let alone = try await with.answer(.figures([id], with.scenario.theatre), .draws(16), seed: 3)
    #expect(alone.figures[id: id]?.estimate == results.figures[id: id]?.estimate)
    #expect(results.foundations.standing(of: ["at-once"]) == .whatIf)
  }

  /// The page and the terminal tell them beside what is assumed.
  @Test func theyAreToldOnTheFirstPage() async throws {
    let scenario = try Scenario(path: repository.appendingPathComponent("Scenarios/meridia").path)
    let theatre = scenario.theatre
    let results = try await analysis(scenario).results(.draws(16), seed: 1)
    let page = try BriefingPage(
      results: results, theatre: theatre, classes: theatre.classesOfThreat,
      pack: DataPack(path: "/nonexistent")
    ).html
    let part = try #require(page.range(of: "What would buy warning back"))
    #expect(part.lowerBound < page.range(of: "How sure")!.lowerBound)
    for lever in theatre.levers { #expect(page.contains(lever.words)) }
    #expect(!theatre.levers.isEmpty)
  }

  @Test(arguments: [
    ("levers:\n  - {id: calm, words: x, edits: []}\ntrials:", "a posture or lever of that name"),
    ("levers:\n  - {id: x, words: y}\ntrials:", "'edits' is missing"),
    (
      "levers:\n  - {id: x, words: y, edits: [{on: moon}]}\ntrials:",
      "'moon' is not a known site, formation or crossing"
    ),
    (
      "levers:\n  - {id: x, words: y, edits: [{set: alert.decisoin, to: 1 s}]}\ntrials:",
      "'alert.decisoin'"
    ),
  ])
  func aSlipIsTold(_ text: String, _ expected: String) {
    do {
      _ = try Self.scenario(text)
      Issue.record("accepted")
    } catch let error as InvalidScenario {
      #expect(error.description.contains(expected), "\(error)")
    } catch { Issue.record(error) }
  }
}

extension LeverTests {
  /// Of a net of which alerts alone are known nothing can be changed: no figure says that it would buy nothing.
  @Test func noLeverIsToldOfAReportedNet() async throws {
    let results = try await ShippedTests.results.value
    let theatre = try ShippedTests.scenario.get().theatre
    let levers = Set(theatre.levers.map(\.id))
    let told = Set(
      results.figures.filter { !levers.isDisjoint(with: $0.id.setting.postures) }.map(\.id.subject))
    #expect(told.contains(.place("vilnius")) && !told.contains(.place("kyiv")))
  }

  /// What each lever adds to people in shelter, as the first page has it, from the least to the most of the places above,
  /// counted anew from the figures.
  @Test func gainsGoFromTheLeastPlaceToTheMost() async throws {
    let scenario = try Scenario(path: repository.appendingPathComponent("Scenarios/meridia").path)
    let theatre = scenario.theatre
    let results = try await analysis(scenario).results(.draws(64), seed: 1)
    let page = try BriefingPage(
      results: results, theatre: theatre, classes: theatre.classesOfThreat,
      pack: DataPack(path: "/nonexistent")
    ).html
    let base = theatre.headline.after.value
    func share(
      _ place: Theatre.Place, _ threat: String, _ posture: String, _ statistic: Statistic
    ) -> Estimate? {
      let id = FigureID(
        place.subject, TacticalFigures.warning, of: threat, .posture(posture), statistic)
      return results.figures[id: id]?.estimate
    }
    let threat = try #require(
      theatre.classesOfThreat.first { threat in
        theatre.focus.contains { share($0, threat, base, .outOfReach)?.value ?? 1 < 0.5 }
      })
    let reached = theatre.focus.filter { share($0, threat, base, .outOfReach)?.value ?? 1 < 0.5 }
    var told = 0
    let table = try #require(page.range(of: "What each adds, by threat")).upperBound
    for lever in theatre.levers {
      let gains = reached.compactMap { place -> Int? in
        guard let from = share(place, threat, base, TacticalFigures.enough),
          let to = share(place, threat, lever.id, TacticalFigures.enough)
        else { return nil }
        let gain = to.value! - from.value!
        return abs(gain) > from.halfWidth! + to.halfWidth! ? Int((100 * gain).rounded()) : 0
      }
      guard let least = gains.min(), let most = gains.max() else { continue }
      if most > 0 { told += 1 }
      let words = [least, most].map { $0 > 0 ? "+\($0)" : "\($0)" }
      let row = try #require(page[table...].range(of: "<th scope=\"row\">\(lever.words)</th>"))
      let expected = least == most ? words[0] : "\(words[0]) to \(words[1])"
      #expect(page[row.upperBound...].hasPrefix("<td>\(expected)<br>"), "\(lever.id): \(gains)")
    }
    #expect(told > 0)
  }
}
