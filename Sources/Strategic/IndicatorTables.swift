internal import Quantities
public import Scenarios

/// What `indicators.yaml` is read with.
public enum IndicatorTables {
  public static let vocabulary = IndicatorVocabulary(
    method: method, purposes: purposes, staged: staged, feed: feed, rate: rate, value: value)

  private static func setting(
    _ name: String, _ summary: String, in range: ClosedRange<Double>
  ) -> Field {
    Field(name, Ratio.self, summary, in: range, setting: true)
  }

  private static let method = FieldTable(
    "method", "how reports are judged; never drawn",
    [
      setting(
        "cost_ratio", "cost of an attack without warning, in false alarms", in: 0.01...10_000),
      setting(
        "coercion_cost_ratio", "cost of coercion without warning, in false alarms",
        in: 0.01...10_000),
      setting(
        "cap", "most that a family may say in a week between two purposes, nats", in: 0.1...20),
      setting("dispersion", "of counts in feeds that are declared complete", in: 0.1...1_000),
      setting("cusum_reference", "rival: reports a week that are nothing unusual", in: 0...1_000),
      setting("cusum_alarm", "rival: alarm at this excess of reports", in: 0.1...100_000),
      setting("troops_alarm", "rival: alarm when so many men are reported", in: 1...1e8),
    ])

  private static let onset = Field(
    "onset", Ratio.self, "times a year that it begins out of routine", in: 0.0001...50)

  private static func duration(_ words: String) -> Field {
    Field("duration", TimeSpan.self, words, in: 86_400 * 2...86_400 * 3_650)
  }

  private static let purposes = [
    FieldTable(
      "exercise", "an exercise and nothing else", [onset, duration("from first to last")]),
    FieldTable(
      "coercion", "pressure without attack",
      [
        onset, duration("from first to last"),
        Field("escalates", Ratio.self, "share that turns into preparation", in: 0...1),
      ]),
    FieldTable(
      "attack", "preparation of an attack",
      [
        onset, duration("from first preparation to the attack"),
        Field("called_off", Ratio.self, "share of preparations that end in nothing", in: 0...1),
      ]),
    FieldTable("other", "anything else", [onset, duration("from first to last")]),
  ]

  private static let staged = FieldTable(
    "staged", "what is made to be seen",
    [
      Field(
        "share", Ratio.self, "share of weeks in which preparation shows what an exercise would",
        kind: .adversary, in: 0...1)
    ])

  private static let feed = FieldTable(
    "feed", "who reports",
    [
      Field(
        "ascertainment", Ratio.self, "probability that it reports what happens in a week",
        in: 0.0001...0.9999),
      Field(
        "false_reports", Ratio.self, "probability a week that it reports what does not happen",
        in: 0.00001...0.9999),
      Field("delay", TimeSpan.self, "from event to publication", in: 0...86_400 * 365),
    ])

  private static let rate = FieldTable(
    "family", "probability a week that something of the kind happens",
    Purpose.allCases.map {
      Field($0.name, Ratio.self, "under \($0.words)", in: 0.0001...0.9999)
    })

  private static let value = FieldTable(
    "value", "the median of the number that is reported",
    [
      Field(
        "factor", Ratio.self, "ratio of the 84th percentile to the median", in: 1.01...100,
        setting: true)
    ] + Purpose.allCases.map { Field($0.name, Ratio.self, "under \($0.words)", in: 1e-6...1e12) })
}
