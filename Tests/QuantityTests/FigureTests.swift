import Foundation
import Quantities
import Testing

/// The grammar of figure ids: one type, one file.
@Suite struct FigureTests {
  private static let warning = FigureQuantity(
    .tactical, "warning", .seconds, "", statistics: [.median, .noAlert] + Statistic.dots,
    changes: [.median] + Statistic.transitions)
  private static let low = FigureQuantity(
    .tactical, "low-warning", .seconds, "", statistics: [.median])
  private static let under = FigureQuantity(
    .tactical, "low-under", .number, "", takes: .word, statistics: [.share])
  private static let deciding = FigureQuantity(
    .tactical, "deciding", .number, "", takes: .id, statistics: [.share])
  private static let part = FigureQuantity(
    .tactical, "part-of-change", .seconds, "", product: .parts,
    changes: [.anyPart, .wholeChange])
  private static let lead = FigureQuantity(
    .strategic, "lead", .days, "", isOfEpisodes: true, statistics: [.median])
  private static let vocabulary = FigureVocabulary([warning, low, under, deciding, part, lead])

  private static let ids: [(String, FigureID)] = [
    (
      "tactical/vilnius/warning.quasi-ballistic/2021~2026-forward/median",
      FigureID(
        .place("vilnius"), warning, of: "quasi-ballistic",
        .pair(before: "2021", after: "2026-forward"), .median)
    ),
    (
      "tactical/country-pl/warning/2021/p2.5",
      FigureID(.country("PL"), warning, .posture("2021"), Statistic.dots[0])
    ),
    (
      "tactical/district-of-narva/deciding-luga-26.ballistic/2021/share",
      FigureID(
        .district("narva"), deciding.of("luga-26"), of: "ballistic", .posture("2021"), .share)
    ),
    (
      "tactical/alliance/low-under-5.cruise/2021/share",
      FigureID(.alliance, under.of("5"), of: "cruise", .posture("2021"), .share)
    ),
    (
      "tactical/x/low-warning/2021/median",
      FigureID(.place("x"), low, .posture("2021"), .median)
    ),
    (
      "tactical/region/part-of-change/a~b/s-400",
      FigureID(.region, part, .pair(before: "a", after: "b"), .part("s-400"))
    ),
    (
      "strategic/zapad-2021/lead.attack/2021/median",
      FigureID(.episode("zapad-2021"), lead, of: "attack", .posture("2021"), .median)
    ),
  ]

  @Test func textIsWrittenAndReadBack() throws {
    for (text, id) in Self.ids {
      #expect(id.description == text)
      let read = try #require(Self.vocabulary.id(text), "\(text)")
      #expect(read == id && read.description == text)
    }
  }

  @Test(arguments: [
    "", "tactical", "tactical/x/warning/2021", "tactical/x/warning/2021/median/more",
    "operational/x/warning/2021/median", "tactical//warning/2021/median",
    "tactical/x/warnings/2021/median", "tactical/x/warning-of/2021/median",
    "tactical/x/warning./2021/median", "tactical/x/low/2021/median",
    "tactical/x/deciding/2021/share", "tactical/x/warning/2021/share",
    "tactical/x/warning/a~b/no-alert", "tactical/x/warning/a~b~c/median",
    "tactical/x/warning/~b/median", "tactical/x/part-of-change/a~b/",
    "strategic/x/warning/2021/median",
  ])
  func whatIsNoIdIsRefused(_ text: String) {
    #expect(Self.vocabulary.id(text) == nil)
  }

  @Test func aSharesUnitIsNone() {
    let id = FigureID(.place("x"), Self.warning, .posture("p"), .median)
    #expect(id.unit == .seconds && id.with(.noAlert).unit == .share)
  }

  @Test func aSlipIsMended() {
    let near = Self.vocabulary.nearest(
      to: "tactical/vilnus/warning.quasi-balistic/2021/medien", subjects: [.place("vilnius")],
      settings: [.posture("2021"), .pair(before: "2021", after: "2026")],
      threats: ["quasi-ballistic", "ballistic"])
    #expect(near?.description == "tactical/vilnius/warning.quasi-ballistic/2021/median")
  }

  /// Nothing but the one file joins or splits the text of an id.
  @Test func onlyOneFileKnowsTheText() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { $0.hasSuffix(".swift") && !$0.hasSuffix("FigureID+Text.swift") }
    #expect(names.count > 200)
    let joins: [Regex<Substring>] = [
      // an id or a pair of postures put together, or taken apart
      #/"(?:tactical|strategic|operational)\//#, #/\)~\\\(/#,
      #/(?:split|joined)\(separator: "[~]"\)/#, #/"(?:country-|district-of-)\\\(/#,
      #/hasPrefix\("(?:tactical|strategic|part-of-change|warning|low-|deciding)/#,
    ]
    for name in names {
      let lines = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
        .split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
      for line in lines {
        for join in joins { #expect(!line.contains(join), "\(name): \(line)") }
      }
    }
  }
}
