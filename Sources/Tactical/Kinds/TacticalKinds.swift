internal import Quantities
public import Scenarios
public import Theatre

/// The kinds that a tactical rung knows: one line each, and the fields of what leads to an alert.
public struct TacticalKinds: Sendable {
  /// In the order of a ladder: shortest flight first.
  package let threats: [any ThreatKind.Type]
  package let sensors: [any SensorKind.Type]

  package init(threats: [any ThreatKind.Type], sensors: [any SensorKind.Type]) {
    (self.threats, self.sensors) = (threats, sensors)
  }

  /// Every kind of the program.
  public static let shipped = TacticalKinds(
    threats: [
      RocketKind.self,
      QuasiBallisticKind.self,
      BallisticKind.self,
      GlideBombKind.self,
      AircraftKind.self,
      CruiseKind.self,
      DroneKind.self,
      DecoyKind.self,
    ],
    sensors: [
      GroundRadarKind.self,
      AirborneRadarKind.self,
      PassiveSensorKind.self,
      ObserverKind.self,
    ])

  package func threat(_ name: String) -> (any ThreatKind.Type)? {
    threats.first { $0.fields.name == name }
  }

  package func sensor(_ name: String) -> (any SensorKind.Type)? {
    sensors.first { $0.fields.name == name }
  }

  /// What a catalogue may name.
  public var tables: [FieldTable] {
    threats.map { $0.fields } + sensors.map { $0.fields } + [BatteryKind.fields]
  }

  /// Classes of threat, in the order of a ladder.
  public var classes: [String] { threats.map { $0.fields.name } }

  /// Classes that may pass under radars.
  var lowFlyers: [String] {
    threats.filter { $0 is any LevelKind.Type }.map { $0.fields.name }
  }

  /// How logs of alerts speak of classes of threat.
  public var practice: [PracticeRule] { threats.map { $0.practice } + ReportedNet.carried }

  /// What the `reported` net of a country is drawn from, a field a class of threat.
  public var reported: FieldTable { ReportedNet.fields(practice) }

  /// Whether a net of which only reports are public tells of a class, itself or as the others that it is taken with.
  ///
  /// - Parameter isKnown: whether there are reports of a class.
  public func isTold(_ toldAs: String, _ isKnown: (String) -> Bool) -> Bool {
    ReportedNet.rule(toldAs, of: practice, isKnown) != nil
  }

  /// The kind of a site that may meet threats.
  public static let batteries = BatteryKind.fields.name

  /// The kind of a site whose antenna stands on the ground.
  public static let groundRadar = GroundRadarKind.fields.name

  /// The hill that a radar is taken to stand on where nobody says how high its ground is: `0 to 37 m`.
  public static func assumedHill(_ theatre: Theatre) -> String {
    let range = GroundAround.hillLaw(theatre, under: nil).range
    return Claim.words(range.lowerBound, range.upperBound, unit: "m")
  }

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
}
