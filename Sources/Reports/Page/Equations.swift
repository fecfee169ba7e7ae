/// The equations of the method, as MathML: read aloud and printed without any script.
extension PageWriter {
  func equations() -> String {
    let items = PageWriter.equationList.map {
      "<dt>\($0.name)</dt><dd><math display=\"block\">\($0.formula)</math><p>\($0.words)</p></dd>"
    }
    return "<dl class=\"equations\">\(items.joined())</dl>"
  }

  private static func v(_ name: String) -> String { "<mi>\(name)</mi>" }
  private static func sub(_ name: String, _ index: String) -> String {
    "<msub><mi>\(name)</mi><mi>\(index)</mi></msub>"
  }
  private static func o(_ sign: String) -> String { "<mo>\(sign)</mo>" }
  private static func n(_ number: String) -> String { "<mn>\(number)</mn>" }
  private static func word(_ text: String) -> String { "<mtext>\(text)</mtext>" }
  private static func fraction(_ top: String, _ bottom: String) -> String {
    "<mfrac><mrow>\(top)</mrow><mrow>\(bottom)</mrow></mfrac>"
  }
  private static func power(_ base: String, _ exponent: String) -> String {
    "<msup><mrow>\(base)</mrow><mrow>\(exponent)</mrow></msup>"
  }
  private static func row(_ parts: String...) -> String { "<mrow>\(parts.joined())</mrow>" }
  private static func group(_ parts: String...) -> String {
    "<mrow><mo>(</mo>\(parts.joined())<mo>)</mo></mrow>"
  }

  private static let equationList: [(name: String, formula: String, words: String)] = [
    (
      "Warning",
      row(
        v("W"), o("="), sub("t", "arrived"), o("−"), sub("t", "alerted"), o(","),
        sub("t", "alerted"), o("="), v("min"),
        group(
          sub("t", "cue"), o(","), v("max"),
          group(sub("t", "firm"), o(","), sub("t", "identified"), o(","), sub("t", "localised")),
          o(","), sub("t", "other ways")),
        o("+"), sub("τ", "decision"), o("+"), sub("τ", "dissemination")),
      "Over the ways that suffice. Signed; a place’s warning in a draw is the least over the threats that reach it. No alert "
        + "counts as −∞."
    ),
    (
      "Signal to noise, and one look",
      row(
        v("S"), o("="),
        group(fraction(row(v("ln"), sub("P", "fa")), row(v("ln"), sub("P", "0"))), o("−"), n("1")),
        fraction(v("σ"), sub("σ", "0")), power(group(fraction(sub("R", "0"), v("R"))), n("4")),
        o(","), sub("P", "d"), o("="),
        power(sub("P", "fa"), fraction(n("1"), row(n("1"), o("+"), v("S"))))),
      "Swerling I: target cross-section σ at range R, anchored at a range where the probability of "
        + "detection is known."
    ),
    (
      "The bend of a ray",
      row(
        v("k"), o("="), fraction(n("157"), row(n("157"), o("+"), row(v("dN"), o("/"), v("dh"))))),
      "Ratio of the effective to the true radius of the Earth, from the gradient of refractivity in "
        + "N-units a kilometre; high targets are seen along rays bent in an exponential atmosphere."
    ),
    (
      "What lift may do",
      row(
        sub("a", "n"), o("≤"), v("min"),
        group(
          sub("a", "max"), o(","), fraction(n("1"), n("2")), v("ρ"), power(v("v"), n("2")), v("ℓ"))),
      "Normal acceleration of a quasi-ballistic missile, bounded by its structure and by the air of "
        + "density ρ; the same bound spreads the region it can still reach."
    ),
    (
      "Enough",
      row(
        v("E"), o("="), v("P"),
        group(
          sub("t", "alerted"), o("+"), sub("τ", "channel"), o("+"), sub("τ", "confirm"), o("+"),
          sub("τ", "move"), o("≤"), sub("t", "arrived"))),
      "Share of people, drawn with the world; whom no channel reaches is not warned."
    ),
    (
      "What a part of the change costs",
      row(
        sub("φ", "i"), o("="),
        "<munder><mo>∑</mo><mrow>\(v("S"))\(o("∌"))\(v("i"))</mrow></munder>",
        fraction(
          row(
            o("|"), v("S"), o("|"), o("!"),
            group(v("n"), o("−"), n("1"), o("−"), o("|"), v("S"), o("|")), o("!")),
          row(v("n"), o("!"))),
        group(v("m"), group(v("S"), o("∪"), v("i")), o("−"), v("m"), group(v("S")))),
      "Shapley’s value of part i; m(S) is the median warning under the earlier posture with the parts S."
    ),
    (
      "A week of reports, and a day’s thought",
      row(
        v("P"), group(v("K"), o("|"), v("s")), o("="), sub("q", "s"),
        "<munder><mo>∏</mo><mrow>\(v("k"))\(o("∈"))\(v("K"))</mrow></munder>", sub("a", "k"),
        o("+"),
        group(n("1"), o("−"), sub("q", "s")),
        "<munder><mo>∏</mo><mrow>\(v("k"))\(o("∈"))\(v("K"))</mrow></munder>", sub("f", "k"),
        o(","),
        "<msub><mi>α</mi><mrow><mi>t</mi></mrow></msub>", group(v("j")), o("∝"), sub("e", "t"),
        group(v("j")), "<munder><mo>∑</mo><mi>i</mi></munder>", sub("α", "t−1"), group(v("i")),
        v("a"), group(v("i"), o(","), v("j"))),
      "Strategic: q is the chance that a family of indicators shows itself in a week of purpose s, a that a feed "
        + "reports it, f that it reports without; then a forward filter over phases of purposes."
    ),
    (
      "Computing error",
      row(
        o("±"), sub("t", "0.975, 15"), fraction(v("s"), "<msqrt><mn>16</mn></msqrt>")),
      "Student’s t times the standard error of 16 replicates; for shares never narrower than Wilson’s "
        + "interval at all draws. It is not the spread of the draws."
    ),
  ]
}
