#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// ln x, for targets that import no C library.
public func naturalLogarithm(_ x: Double) -> Double { log(x) }

/// Sine and cosine of an angle, rad.
public func sineAndCosine(_ x: Double) -> (sine: Double, cosine: Double) { (sin(x), cos(x)) }

/// eˣ.
public func exponential(_ x: Double) -> Double { exp(x) }

/// The angle whose tangent is x, rad.
public func arctangent(_ x: Double) -> Double { atan(x) }
