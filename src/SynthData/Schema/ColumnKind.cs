namespace SynthData.Schema;

/// <summary>The families of column types.</summary>
public enum ColumnKind
{
    /// <summary>Text of any length.</summary>
    String,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>A whole number of 32 bits.</summary>
    Int32,

    /// <summary>A whole number of 64 bits.</summary>
    Int64,

    /// <summary>An IEEE 754 number of 64 bits; never NaN or infinite.</summary>
    Double,

    /// <summary>An exact number of up to 18 digits, a fixed count of them after the point.</summary>
    Decimal,

    /// <summary>A day of the proleptic Gregorian calendar.</summary>
    Date,

    /// <summary>A time of day in microseconds.</summary>
    Time,

    /// <summary>A day and time in microseconds, without a zone.</summary>
    Timestamp,

    /// <summary>A 128-bit identifier.</summary>
    Uuid,

    /// <summary>Text that parses as JSON.</summary>
    Json,
}
