internal import Quantities
public import Scenarios

/// What may be written of forces on roads and rails.
public enum OperationalFields {
  /// Kinds of the catalogue.
  public static let kinds = [groundForce] + vehicles

  /// Types of vehicles by what a formation counts them as; `held` is a count, the others are a vehicle's own.
  static let vehicles = [
    vehicle("tank", "a type of tank", "tanks", "120500", "T"),
    vehicle(
      "fighting-vehicle", "a type of infantry fighting vehicle", "fighting vehicles", "120101", "F"),
    vehicle("carrier", "a type of armoured carrier", "armoured carriers", "120102", "C"),
  ]

  private static func vehicle(
    _ name: String, _ summary: String, _ plural: String, _ entity: String, _ letter: String
  ) -> FieldTable {
    FieldTable(
      name, summary, sign: KindSign(plural, "15", entity, letter),
      [
        Field("held", Ratio.self, "how many its country holds", in: 0...50_000),
        Field(
          "lost_to_drone", Ratio.self,
          "share of the hits by an FPV drone after which it is lost", in: 0...1),
        Field(
          "lost_to_munition", Ratio.self,
          "share of the hits by a loitering munition after which it is lost", in: 0...1),
        Field(
          "lost_to_missile", Ratio.self,
          "share of the hits by an anti-tank missile after which it is lost", in: 0...1),
      ])
  }

  static let groundForce = FieldTable(
    "ground-force", "a formation that moves on roads and rails",
    sign: KindSign("ground forces", "10", "121102", "G"),
    [
      Field("men", Ratio.self, "men at full strength", in: 1...1_000_000),
      Field("tanks", Ratio.self, "tanks", required: false, in: 0...5_000),
      Field(
        "fighting_vehicles", Ratio.self, "infantry fighting vehicles", required: false,
        in: 0...5_000),
      Field("carriers", Ratio.self, "armoured carriers", required: false, in: 0...5_000),
      Field(
        "guns", Ratio.self, "guns and launchers of the artillery", required: false, in: 0...5_000),
      Field(
        "trucks", Ratio.self, "trucks and all other vehicles on wheels that are no carriers",
        in: 0...20_000),
      Field(
        "notice", TimeSpan.self, "from the order until it can move", in: 0...31_536_000),
      Field(
        "strength", Ratio.self, "share of its strength that it has at the order", required: false,
        in: 0...1),
      Field(
        "recovery", TimeSpan.self,
        "in which what it lacks shrinks to 37 %; without it nothing is made good", required: false,
        in: 86_400...315_360_000),
      Field(
        "crew_travel", TimeSpan.self,
        "until its men reach vehicles that stand at its site already; without it both stand there",
        required: false, in: 0...8_640_000),
    ])

  static let movement = FieldTable(
    "movement", "how a side moves on roads and rails",
    [
      Field("march_speed", Speed.self, "of a column on the road", in: 0.5...40),
      Field("spacing", Length.self, "road that each vehicle of a column takes", in: 5...1_000),
      Field("march_day", TimeSpan.self, "time on the move in a day", in: 3_600...86_400),
      Field(
        "detour", Ratio.self,
        "length of a way over the straight line, where no network is read", required: false,
        in: 1...5),
      Field("rail_from", Length.self, "way beyond which it goes by rail", in: 0...20_000_000),
      Field(
        "wheels_on_road", Ratio.self,
        "share of the vehicles on wheels that march even so; without it all go by rail",
        required: false, in: 0...1),
      Field(
        "rail_speed", Speed.self, "of a train from end to end, stops included", in: 0.5...60),
      Field("train_vehicles", Ratio.self, "vehicles on one train", in: 5...500),
      Field("loading", TimeSpan.self, "of one train at a ramp", in: 600...604_800),
      Field("unloading", TimeSpan.self, "of one train at a ramp", in: 600...604_800),
      Field("ramps", Ratio.self, "trains that a station loads or unloads at once", in: 1...100),
      Field("trains_a_day", Ratio.self, "trains that a line brings in a day", in: 0.1...500),
      Field("train_sets", Ratio.self, "trains at hand for it", in: 1...10_000),
      Field(
        "gauge_change", TimeSpan.self, "by which a change of gauge holds a train up",
        required: false, in: 0...864_000),
    ])

  static let observer = FieldTable(
    "observer", "somebody who reports what moves",
    [
      Field("revisit", TimeSpan.self, "from one look to the next", in: 60...8_640_000),
      Field("clear", Ratio.self, "share of looks that no weather spoils", in: 0.001...1),
      Field("sees", Ratio.self, "chance that a clear look finds what is there", in: 0.001...1),
      Field("delay", TimeSpan.self, "from a look to the report", in: 0...31_536_000),
    ])

  static let axis = FieldTable(
    "axis", "where forces close up, and what they need to start",
    [
      Field("men", Ratio.self, "men that close up before they start", in: 1...2_000_000),
      Field("approach", Length.self, "way from there to where they cross", in: 0...1_000_000),
      Field("roads", Ratio.self, "roads on which columns come in side by side", in: 1...20),
      Field(
        "roads_behind", Ratio.self,
        "roads on which those who reinforce come in; as many as the other side's where it is left out",
        required: false, in: 1...20),
      Field(
        "reported_share", Ratio.self,
        "share of the force that, closed up, is reported as a build-up",
        in: 0.01...1),
      Field(
        "decision", TimeSpan.self, "from the report to the order of the defended side",
        in: 0...31_536_000),
      Field(
        "needed", Ratio.self, "men of the defended side that have to be in place", required: false,
        in: 1...2_000_000),
      Field(
        "rear", Ratio.self, "men held back to secure the rear", required: false, in: 0...2_000_000),
      Field(
        "host_share", Ratio.self, "share of them that units which do not cross take over",
        required: false, in: 0...1),
      Field(
        "supply_needed", TimeSpan.self, "days of supply that have to lie ready", required: false,
        in: 0...31_536_000),
      Field(
        "supply_held", TimeSpan.self, "days of supply that lie there at the order",
        required: false, in: 0...31_536_000),
      Field(
        "supply_inflow", Ratio.self, "days of supply that come in a day", required: false,
        in: 0...100),
    ],
    needs: [
      ("supply_needed", "supply_inflow"), ("supply_needed", "supply_held"), ("host_share", "rear"),
    ])

  /// An axis of the past, with what was observed.
  static let past = FieldTable(
    "past", "a movement that has been: its axis, and how long it took",
    axis.fields + [
      Field(
        "took", TimeSpan.self, "from its beginning to the moment that is known; never drawn",
        in: 0...315_360_000)
    ], needs: axis.needs)

  /// What is sent against vehicles, and what stops it.
  static let attrition = FieldTable(
    "attrition", "what drones, loitering munitions and anti-tank missiles do to vehicles",
    [
      Field(
        "hits", Ratio.self, "share of those sent that hit a vehicle without cover", in: 0...1),
      Field(
        "jammed", Ratio.self, "share of them that electronic warfare stops", in: 0...1),
      Field(
        "shot", Ratio.self, "share of them that short-range air defence stops", in: 0...1),
    ])

  public static let vocabulary = OperationsVocabulary(
    movement: movement, observer: observer, axis: axis, past: past, attrition: attrition)
}
