package import Quantities
package import Timelines

/// Declares inputs by looking their laws up under one posture, and notes which were asked for.
package struct Declarations {
  package var inputs = Inputs()
  package let theatre: Theatre
  package let posture: Theatre.Posture
  /// Addresses asked for since `recording` began.
  private var asked: [Address] = []

  package init(theatre: Theatre, posture: Theatre.Posture) {
    (self.theatre, self.posture) = (theatre, posture)
  }

  /// - Precondition: the reader has made sure that the address has claims.
  package mutating func input<Q>(_ address: Address) -> Input<Q> {
    guard let input: Input<Q> = optional(address) else {
      preconditionFailure("no claim for \(address)")
    }
    return input
  }

  /// Nil where nobody claims anything.
  package mutating func optional<Q>(_ address: Address) -> Input<Q>? {
    guard let law = theatre.law(address, under: posture) else { return nil }
    asked.append(address)
    return inputs.declare(address, law, as: Q.self)
  }

  /// The range of what is drawn of a field that is claimed.
  package func range(of system: String, _ field: String) -> ClosedRange<Double> {
    law(of: system, field)!.range
  }

  /// An input that rests on no claim because it is part of the model.
  package mutating func own<Q>(_ address: Address, _ law: Law) -> Input<Q> {
    asked.append(address)
    return inputs.declare(address, law, as: Q.self)
  }

  package mutating func catalogue<Q>(_ system: String, _ field: String) -> Input<Q> {
    input(address(of: system, field))
  }

  package mutating func optional<Q>(_ system: String, _ field: String) -> Input<Q>? {
    optional(address(of: system, field))
  }

  /// Where a field of a system is read: its own address, or that of what it is like.
  package func address(of system: String, _ field: String) -> Address {
    theatre.catalogueAddress(system, field, under: posture) ?? Address("catalogue", system, field)
  }

  /// The law of a field of a system; nil where nobody claims anything.
  package func law(of system: String, _ field: String) -> Law? {
    theatre.law(of: system, field, under: posture)
  }

  /// What a piece of the rung declares, and the addresses it asked for.
  package mutating func recording<Piece>(
    _ body: (inout Declarations) -> Piece
  ) -> (piece: Piece, addresses: [Address]) {
    let before = asked
    asked = []
    let piece = body(&self)
    defer { asked = before + asked }
    return (piece, asked)
  }
}
