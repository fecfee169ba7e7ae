#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

func sine(_ angle: Double) -> Double { sin(angle) }
func cosine(_ angle: Double) -> Double { cos(angle) }

/// Angle from north over east, rad.
func bearing(east: Double, north: Double) -> Double { atan2(east, north) }
