import Findings
import Kernels
import Quantities
import Tactical
import TestSupport
import Testing
import Theatre
import Timelines
import Validation
import Vedette
import Warnings

@Suite struct ClaimSetTests {
  private static let two = """
    arrow:
      kind: quasi-ballistic
      range:
        - {value: 400 km, source: gazette}
        - {value: 600 km, source: maker}
      minimum_range: 50 km
      mean_speed:
        - {value: 1000 m/s, source: gazette}
        - {value: 1500 m/s, source: maker}
      apogee: 45 km ± 5 km [gazette]
      peak_speed: {up_to: 2100 m/s, source: maker}
      terminal_speed: 1000 m/s
    """

  private func laws() throws -> (Law, Law) {
    let text = Island.catalogue.replacing(
      Island.catalogue.prefix(upTo: Island.catalogue.firstRange(of: "  boost_time")!.lowerBound),
      with: ClaimSetTests.two + "\n")
    let theatre = try Scenario(
      id: "island", files: Island.files(["catalogue/arms.yaml": text])
    ).theatre
    return (
      theatre.bibliography.laws[Address("catalogue", "arrow", "range")]!,
      theatre.bibliography.laws[Address("catalogue", "arrow", "mean_speed")]!
    )
  }

  /// Two inputs of which the same two sources speak: a draw believes one source for both. Ranges of
  /// the two claims do not overlap: B2 gives ±5 %, C3 ±10 %.
  @Test func oneSourceIsBelievedForBoth() throws {
    let (range, speed) = try laws()
    var inputs = Inputs()
    let a = inputs.declare(Address("catalogue", "arrow", "range"), range, as: Length.self)
    let b = inputs.declare(Address("catalogue", "arrow", "mean_speed"), speed, as: Speed.self)
    let draws = DrawBlock.drawn(for: inputs, seed: 3, count: 1_024)
    var gazette = 0
    for draw in 0..<1_024 {
      let far = draws[a, draw / 4][draw % 4] > 500_000
      let fast = draws[b, draw / 4][draw % 4] > 1_250
      #expect(far == fast)
      if !far { gazette += 1 }
    }
    // B2 weighs .8 × .8, C3 .6 × .6: 64 of 100; a stratified selector misses by less than one in a hundred
    #expect(abs(Double(gazette) / 1_024 - 0.64) < 0.01)
  }

  /// However the slots lie, every claim keeps its weight: lengths of its pieces add up to it.
  @Test func weightsAreKept() {
    let components = [0.5, 0.2, 0.3].map {
      Law.Component(weight: $0, distribution: .constant($0), claim: nil)
    }
    let law = Law(kind: .knowledge, components: components).chosen(
      with: ClaimSets(
        address: Address("catalogue", "x", "sets"),
        members: [
          ClaimSets.Member(source: "a", slot: 0.1..<0.5, component: 2),
          ClaimSets.Member(source: "b", slot: 0.5..<0.6, component: 0),
          ClaimSets.Member(source: "c", slot: 0.6..<0.9, component: nil),
        ]))
    var sums = [0.0, 0.0, 0.0]
    var from = 0.0
    for choice in law.choices {
      sums[choice.component] += choice.upTo - from
      from = choice.upTo
    }
    #expect(abs(from - 1) < 1e-9)
    for (sum, component) in zip(sums, components) { #expect(abs(sum - component.weight) < 1e-9) }
  }
}
