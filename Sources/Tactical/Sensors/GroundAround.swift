internal import Kernels
internal import Quantities
public import Scenarios
internal import Theatre
internal import Timelines

/// What is assumed of the ground that radars stand on and look over.
public enum GroundAround {
  public static let fields = FieldTable(
    "ground", "what is assumed of the ground that radars stand on and look over",
    [
      Field(
        "hill", Length.self,
        "how far the ground under a radar stands above the ground around, where neither its site nor the terrain says",
        required: false, in: 0...5_000),
      Field(
        "roughness", Length.self,
        "standard deviation of the height of the ground that reflects, within a few hundred metres",
        required: false, in: 0...100),
    ])

  static let hill = Address("terrain", "hill")
  static let roughness = Address("terrain", "roughness")

  /// What is said of it, else what we assume, as before it was an input: radars are put on hills. No source says how
  /// high.
  static func hillLaw(_ theatre: Theatre, under posture: Theatre.Posture?) -> Law {
    (posture?.laws[hill] ?? theatre.bibliography.laws[hill])
      ?? Law(.knowledge, .pert(low: 0, likely: 18, high: 37, outer: false))
  }

  /// Of one radar: each hill is another one, though all are drawn from one law.
  static func hill(_ declare: inout Declarations, at site: Theatre.Site) -> Input<Length> {
    declare.own(
      Address("site", site.id, "relief"), hillLaw(declare.theatre, under: declare.posture))
  }

  /// Of the theatre.
  static func roughness(_ declare: inout Declarations) -> Input<Length> {
    // fields and meadows at the low end, woods and towns at the high one
    declare.optional(roughness)
      ?? declare.own(
        roughness, Law(.knowledge, .logPert(low: 0.1, likely: 0.5, high: 5, outer: false)))
  }
}
