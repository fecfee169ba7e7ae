internal import Quantities
public import Scenarios
public import Theatre

/// Every kind that the tactical rung brings: one line each.
public enum TacticalKinds {
  static let threats: [FieldTable] = [
    RocketKind.fields,
    QuasiBallisticKind.fields,
    BallisticKind.fields,
    LevelFlightKind.aircraft,
    LevelFlightKind.cruise,
    LevelFlightKind.drone,
  ]

  public static let tables: [FieldTable] =
    threats + [
      RadarKind.ground,
      RadarKind.airborne,
      ObserverKind.fields,
      BatteryKind.fields,
    ]

  /// Classes of threat, in the order of a ladder: shortest flight first.
  public static let classes = threats.map(\.name)

  /// The kind of a site that may meet threats.
  public static let batteries = BatteryKind.fields.name

  public static let alert = AlertChain.fields
  public static let channel = Person.channelFields
  public static let need = Person.fields
  public static let hand = HandChain.fields

  /// How long an order usually takes through the hands of a country's chain, s; nil where none are written.
  public static func usualOrder(
    _ theatre: Theatre, country: String, threat: String
  ) -> Double? {
    HandChain.usual(theatre, country: country, threat: threat)
  }

  /// What the `reported` net of a country is drawn from, a field a class of threat.
  public static let reported = ReportedNet.fields

  /// Whether a net of which only reports are public tells of a class, itself or as the others that it is taken with.
  ///
  /// - Parameter isKnown: whether there are reports of a class.
  public static func isTold(_ toldAs: String, _ isKnown: (String) -> Bool) -> Bool {
    ReportedNet.rule(toldAs, isKnown) != nil
  }

  /// How logs of alerts speak of classes of threat.
  public static let practice = ReportedNet.practice
}
