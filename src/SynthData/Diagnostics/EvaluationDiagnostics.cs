using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>Why an expression had no value in a row. The row is rejected and redrawn like one that breaks a rule.</summary>
internal static class EvaluationDiagnostics
{
    public static readonly DiagnosticDescriptor Overflow = DiagnosticDescriptor.Error(
        "SD4100",
        "'{0}' has no value in row {1}: '{2}' is too large for its type.",
        "Use a wider type, such as double, or keep the inputs smaller.",
        "Whole numbers have 64 bits, decimals 18 digits when a column receives them and 38 on the way; nothing wraps and nothing becomes infinite.");

    public static readonly DiagnosticDescriptor DivisionByZero = DiagnosticDescriptor.Error(
        "SD4101",
        "'{0}' has no value in row {1}: '{2}' divides by zero.",
        "Write nullif(divisor, 0) for null in its place, or a case.",
        "Division by zero, also with // and %, is an error and not null or infinity.");

    public static readonly DiagnosticDescriptor OutOfDomain = DiagnosticDescriptor.Error(
        "SD4102",
        "'{0}' has no value in row {1}: '{2}' is outside of what the function is defined for.",
        "Guard it with a case, such as case when x > 0 then ln(x) end.",
        "Such as the square root of a negative number, the logarithm of zero, or a substring from position 0.");

    public static readonly DiagnosticDescriptor NoSuchDay = DiagnosticDescriptor.Error(
        "SD4103",
        "'{0}' has no value in row {1}: '{2}' is not a day from 0001-01-01 to 9999-12-31.",
        "Keep dates and durations within those years.",
        "Dates and timestamps lie between the years 0001 and 9999.");

    public static readonly DiagnosticDescriptor BadText = DiagnosticDescriptor.Error(
        "SD4104",
        "'{0}' has no value in row {1}: the text of '{2}' cannot be read as its type.",
        "Keep the text in the form that CSV writes for the type.",
        "A cast from text reads exactly what is written for a type, and a json column takes only texts that parse.");

    public static readonly DiagnosticDescriptor TextTooLong = DiagnosticDescriptor.Error(
        "SD4105",
        "'{0}' has no value in row {1}: '{2}' would be longer than 65536 characters.",
        "Keep the text shorter.",
        "Texts that functions make are limited so that one row cannot exhaust the memory.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [Overflow, DivisionByZero, OutOfDomain, NoSuchDay, BadText, TextTooLong];
}
