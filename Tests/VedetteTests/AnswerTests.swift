import Findings
import Foundation
import Quantities
import Reports
import Scenarios
import TestSupport
import Testing
import Theatre
import Vedette

/// What is asked alone is what is told among everything, to the last digit.
@Suite struct AnswerTests {
  static let island = Result {
    analysis(try Scenario(id: "island", files: Island.watched([])))
  }
  static let everything = Task {
    try await island.get().results(.draws(64), seed: 7)
  }

  /// The first and the last figure of every quantity, with what it is about and of: the number, what it
  /// rests on, and how it is explained.
  @Test func aFigureAloneIsTheSame() async throws {
    try await expectTheSame(
      try Self.island.get(), try await Self.everything.value, .draws(64), seed: 7,
      by: { "\($0.quantity.level) \($0.quantity.name) \($0.subject.word.prefix(8))" })
  }

  @Test func aFigureOfTheShippedScenarioAloneIsTheSame() async throws {
    try await expectTheSame(
      analysis(try ShippedTests.scenario.get()), try await ShippedTests.results.value,
      .draws(16), seed: 3,
      by: { id in
        id.level == .tactical ? id.quantity.sentence : nil
      })
  }

  private func expectTheSame(
    _ analysis: Analysis, _ all: Results, _ effort: Effort, seed: UInt64,
    by key: (FigureID) -> String?
  ) async throws {
    var samples: [String: [Figure]] = [:]
    for figure in all.figures {
      if let key = key(figure.id) { samples[key, default: []].append(figure) }
    }
    #expect(samples.count > 10)
    for (_, figures) in samples.sorted(by: { $0.key < $1.key }) {
      for figure in Set([figures[0].id, figures[figures.count - 1].id]) {
        let told = try #require(all.figures[id: figure])
        let alone = try await analysis.answer(
          .figures([figure], analysis.scenario.theatre), effort, seed: seed)
        let found = try #require(alone.figures[id: figure], "\(figure)")
        #expect(found.estimate == told.estimate, "\(figure)")
        #expect(found.draws == told.draws && found.absent == told.absent, "\(figure)")
        #expect(found.inputs == told.inputs, "\(figure)")
        let text = figure.description
        #expect(
          Explanation(text, in: alone)?.inputs == Explanation(text, in: all)?.inputs, "\(figure)")
      }
    }
  }

  /// Every id that the shipped scenario tells is read back as what it was.
  @Test func everyIdIsReadBack() async throws {
    let analysis = analysis(try ShippedTests.scenario.get())
    for figure in try await ShippedTests.results.value.figures {
      #expect(analysis.figure(figure.id.description) == figure.id, "\(figure.id)")
    }
  }

  @Test(arguments: [
    "tactical/port/warning.nonsense/calm/median", "tactical/port/warning/tense~calm/shift-median",
    "tactical/harbour/warning/calm/median", "tactical/port/warning/peace/median",
    "tactical/port/warning/calm/mean", "operational/port/warning/calm/median", "", "////",
  ])
  func whatTheScenarioDoesNotTellIsNoFigure(_ text: String) throws {
    #expect(try Self.island.get().figure(text) == nil)
    #expect(try Self.island.get().nearest(to: text)?.description != text)
  }

  /// What a figure is about is kept where another part of its id is mistaken.
  @Test func theNearestKeepsWhatItIsAbout() throws {
    let near = try Self.island.get().nearest(to: "tactical/prt/deciding-far-brigade/calm/share")
    #expect(near?.description == "tactical/port/deciding-far-brigade/calm/share")
  }

  @Test func aCancelledAnswerEnds() async throws {
    let analysis = analysis(try ShippedTests.scenario.get())
    let task = Task { try await analysis.results(.draws(65_536), seed: 1) }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}

/// A posture may be edited in code as in a scenario's text.
@Suite struct EditTests {
  private static func theatre() throws -> Theatre { try AnswerTests.island.get().scenario.theatre }

  /// The text's own edits, made in code, are its posture, and tell the same change.
  @Test func editsInCodeAreThoseOfTheText() async throws {
    let (analysis, theatre) = (try AnswerTests.island.get(), try Self.theatre())
    let edited = try theatre.posture(
      "calm", applying: [.off("north-radar"), .add("drones")], called: "other")
    let written = try #require(theatre.posture("blind"))
    #expect(edited.forces == written.forces && edited.sensors == written.sensors)
    let all = try await AnswerTests.everything.value
    let ask = Ask(
      levels: [.tactical], places: ["port"], pairs: [("calm", "other")], products: [.series])
    let results = try await analysis.answer(
      ask, .draws(64), seed: 7, postures: [try #require(theatre.posture("calm")), edited])
    for (own, text) in [("other", "blind"), ("calm~other", "calm~blind")] {
      let figures = results.figures.filter { $0.id.setting.word == own }
      #expect(figures.count > 5)
      for figure in figures {
        let parts = figure.id.parts.map { $0 == own ? text : $0 }
        let same = try #require(all.figure(parts.joined(separator: "/")), "\(parts)")
        #expect(figure.estimate == same.estimate, "\(figure.id)")
      }
    }
  }

  @Test func aSetLawIsDrawn() async throws {
    let (analysis, theatre) = (try AnswerTests.island.get(), try Self.theatre())
    let decision = Address("alert", "decision")
    let kind = try #require(theatre.bibliography.laws[decision]).kind
    func median(_ seconds: Double) async throws -> Double {
      let edited = try theatre.posture(
        "calm", applying: [.set(decision, Law(kind, .constant(seconds)))])
      let results = try await analysis.answer(
        Ask(levels: [.tactical], places: ["port"], products: [.series]), .draws(64), seed: 7,
        postures: [edited])
      return try #require(
        results.figure("tactical/port/warning.quasi-ballistic/edited/median")?
          .estimate.value)
    }
    // the alert comes as much later as the decision takes; ticks of 0.1 s at both ends
    let (short, long) = (try await median(30), try await median(45))
    #expect(abs(short - long - 15) < 0.21)
  }

  @Test func whatCannotBeEditedIsRefused() throws {
    let theatre = try Self.theatre()
    let decision = Address("alert", "decision")
    let law = try #require(theatre.bibliography.laws[decision])
    func fault(_ edit: Theatre.Edit, of base: String = "calm") -> Theatre.EditFault? {
      do {
        _ = try theatre.posture(base, applying: [edit])
        return nil
      } catch { return error }
    }
    #expect(fault(.add("drones"), of: "peace") == .unknownPosture("peace"))
    #expect(fault(.add("fleet")) == .unknown("fleet"))
    #expect(fault(.move("far-brigade", to: "moon")) == .unknown("moon"))
    #expect(fault(.move("drones", to: "spit")) == .absent("drones"))
    #expect(fault(.on("spit")) == .noSensor("spit"))
    #expect(fault(.set(Address("alert", "siesta"), law)) == .noClaim(Address("alert", "siesta")))
    let negative = Law(law.kind, .uniform(low: -60, high: 60))
    #expect(fault(.set(decision, negative)) == .illegal(decision, negative))
    let chance = Law(law.kind == .chance ? .knowledge : .chance, .constant(30))
    #expect(fault(.set(decision, chance)) == .illegal(decision, chance))
  }

  @Test func postureNamesMustBeNames() async throws {
    let (analysis, theatre) = (try AnswerTests.island.get(), try Self.theatre())
    let twice = try [theatre.posture("calm", applying: []), theatre.posture("tense", applying: [])]
    await #expect(throws: Theatre.EditFault.badName("edited")) {
      try await analysis.answer(.everything, .draws(4), seed: 1, postures: twice)
    }
    let crooked = try theatre.posture("calm", applying: [], called: "a/b")
    await #expect(throws: Theatre.EditFault.badName("a/b")) {
      try await analysis.answer(.everything, .draws(4), seed: 1, postures: [crooked])
    }
  }
}
