import Datasets
import Foundation
import Reports
import Scenarios
import Tactical
import TestSupport
import Testing
import Theatre
import Vedette

/// What is written can be read, by day and in the dark.
///
/// Source: W3C, Web Content Accessibility Guidelines 2.2, 1.4.3 and 1.4.11, and its definition of relative luminance.
@Suite struct ContrastTests {
  private func luminance(_ colour: Substring) -> Double {
    var digits = colour.dropFirst()
    if digits.count == 3 { digits = Substring(digits.map { "\($0)\($0)" }.joined()) }
    let value = Int(digits, radix: 16)!
    let parts = [value >> 16, value >> 8 & 255, value & 255].map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private func contrast(_ a: Substring, _ b: Substring) -> Double {
    let (x, y) = (luminance(a), luminance(b))
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }

  private func colours(_ text: Substring) -> [Substring: Substring] {
    Dictionary(
      text.matches(of: #/--([a-z]+):(#[0-9a-f]{3,6})/#).map { ($0.output.1, $0.output.2) },
      uniquingKeysWith: { first, _ in first })
  }

  @Test func textStandsOutByDayAndInTheDark() async throws {
    let island = try island()
    let results = try await island.results(.draws(4), seed: 1)
    let theatre = island.scenario.theatre
    let page = try BriefingPage(
      results: results, theatre: theatre, classes: theatre.classesOfThreat,
      pack: DataPack(path: "/nonexistent"))
    let style = try #require(
      page.html.firstMatch(of: #/<style>(.*?)<\/style>/#.dotMatchesNewlines())
    ).output.1
    let dark = try #require(style.range(of: "prefers-color-scheme:dark){:root{"))
    let end = style[dark.upperBound...].firstIndex(of: "}")!
    let sets = [colours(style[..<dark.lowerBound]), colours(style[dark.upperBound..<end])]
    for set in sets {
      let paper = try #require(set["paper"])
      for name in ["ink", "soft", "link", "accent"] {
        let ratio = contrast(try #require(set[Substring(name)]), paper)
        #expect(ratio >= 4.5, "\(name) on paper: \(ratio)")
      }
    }
    // marks of maps have an outline, and pictures stay in daylight: their outline stands out from land and sea
    let outline = try #require(style.firstMatch(of: #/\.mark\{stroke:(#[0-9a-f]{6})/#)).output.1
    for ground in ["sea", "land", "ally", "other", "paper"] {
      #expect(contrast(outline, sets[0][Substring(ground)]!) >= 3, "a mark on \(ground)")
    }
    #expect(style.contains("figure>svg,.three svg{--ink:"))
  }
}
