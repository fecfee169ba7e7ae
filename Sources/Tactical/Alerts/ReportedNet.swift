internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// A country whose sensors are not public: alerts as they were reported.
struct ReportedNet {
  static let fields = FieldTable(
    "reported", "delays from launch to public alert, from published alert times",
    [
      Field(
        "quasi-ballistic", TimeSpan.self,
        "published lead of the alert before impact, for a flight of the reference time; ballistic "
          + "missiles and rockets are taken with it",
        kind: .chance, in: -3_600...86_400),
      Field(
        "reference_flight", TimeSpan.self,
        "flight time of the launches that the published leads are for", in: 30...3_600),
      Field(
        "one-way-drone", TimeSpan.self, "delay from launch to the alert", kind: .chance,
        in: 0...86_400),
      Field(
        "cruise", TimeSpan.self, "delay from launch to the alert", kind: .chance,
        required: false, in: 0...86_400),
      Field(
        "aircraft", TimeSpan.self, "delay from take-off to the alert", kind: .chance,
        required: false, in: 0...86_400),
    ])

  private let lead: Input<TimeSpan>
  private let referenceFlight: Input<TimeSpan>
  private let delays: [String: Input<TimeSpan>]

  init(_ declare: inout Declarations, country: String) {
    let owner = country.lowercased()
    func field(_ name: String) -> Input<TimeSpan>? {
      declare.optional(Address("net", owner, name))
        ?? declare.optional(Address("net", "reported", name))
    }
    lead = field("quasi-ballistic")!
    referenceFlight = field("reference_flight")!
    var delays: [String: Input<TimeSpan>] = [:]
    for name in ["one-way-drone", "cruise", "aircraft"] { delays[name] = field(name) }
    self.delays = delays
  }

  /// Delay from launch to alert, s, ≥ 0; nil where nothing is published for the class.
  func delay(_ kind: String, _ draws: DrawBlock, _ group: Int) -> Lanes? {
    switch kind {
    case "one-way-drone", "cruise", "aircraft": delays[kind].map { draws[$0, group] }
    default: LaneMath.greatest(draws[referenceFlight, group] - draws[lead, group], .zero)
    }
  }
}
