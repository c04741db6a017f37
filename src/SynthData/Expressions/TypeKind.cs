namespace SynthData.Expressions;

/// <summary>The families of types that expressions have.</summary>
internal enum TypeKind
{
    /// <summary>Only <c>null</c>; becomes any other type.</summary>
    Null,
    Bool,
    Int,
    Decimal,
    Double,
    Text,
    Date,
    Time,
    Timestamp,
    Uuid,

    /// <summary>Days, weeks, months, years.</summary>
    WholeDuration,

    /// <summary>A duration with hours, minutes or seconds.</summary>
    FineDuration,
}
