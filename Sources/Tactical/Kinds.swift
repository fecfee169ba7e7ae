internal import Quantities
public import Scenarios

/// Every kind that the tactical rung brings: one line each.
public enum TacticalKinds {
  public static let tables: [FieldTable] = [
    QuasiBallisticKind.fields,
    OneWayDroneKind.fields,
    GroundRadarKind.fields,
  ]

  /// Classes of threat, in the order of a ladder: fastest first.
  public static let classes = [QuasiBallisticKind.fields.name, OneWayDroneKind.fields.name]

  public static let alert = AlertChain.fields
  public static let channel = AlertChain.channelFields
  public static let need = AlertChain.needFields

  /// What the `reported` net of a country is drawn from, a field a class of threat.
  public static let reported = FieldTable(
    "reported", "delays from launch to public alert, from published alert times",
    [
      Field(
        "quasi-ballistic", TimeSpan.self,
        "published lead of the alert before impact, for a flight of the reference time",
        kind: .chance,
        in: -3_600...86_400),
      Field(
        "reference_flight", TimeSpan.self,
        "flight time of the launches that the published leads are for", in: 30...3_600),
      Field(
        "one-way-drone", TimeSpan.self, "delay from launch to the alert", kind: .chance,
        in: 0...86_400),
    ])
}
