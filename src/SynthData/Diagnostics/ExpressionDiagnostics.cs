using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>What can be wrong with an expression or a template before any row is made.</summary>
internal static class ExpressionDiagnostics
{
    public static readonly DiagnosticDescriptor TooLong = DiagnosticDescriptor.Error(
        "SD2100",
        "The expression has {0} characters, more than {1}.",
        "Compute parts of it in hidden columns and use those.",
        "Expressions are limited in length so that a schema from elsewhere cannot cost unbounded work. A hidden column can hold a part.");

    public static readonly DiagnosticDescriptor TooDeep = DiagnosticDescriptor.Error(
        "SD2101",
        "The expression has more than {0} operators or brackets inside each other.",
        "Compute parts of it in hidden columns and use those.",
        "Nesting is limited so that a schema from elsewhere cannot exhaust the stack. Chains of 'and' and 'or' count once.");

    public static readonly DiagnosticDescriptor Unexpected = DiagnosticDescriptor.Error(
        "SD2102",
        "Found {0} where {1} was expected.",
        "Expressions follow SQL: operators between values, texts in single quotes, names plain or in double quotes.",
        "The expression does not parse at this place.");

    public static readonly DiagnosticDescriptor NotClosed = DiagnosticDescriptor.Error(
        "SD2103",
        "What starts here with {0} is not closed.",
        "Close it with {0}; a quote inside is written twice.",
        "A text stands in single quotes, a name with blanks in double quotes; the quote itself is doubled inside.");

    public static readonly DiagnosticDescriptor BadNumber = DiagnosticDescriptor.Error(
        "SD2104",
        "The number {0} does not fit: whole numbers have 64 bits, decimals at most 18 digits.",
        "Write a smaller number, or one with an exponent, such as 1e20, for a double.",
        "Literals are exact. A number that its type cannot hold would have to be changed in silence.");

    public static readonly DiagnosticDescriptor BadCharacter = DiagnosticDescriptor.Error(
        "SD2105",
        "'{0}' is not part of the expression language.{1}",
        "Operators are + - * / // % || = <> < <= > >= and or not in between like is.",
        "The character or operator has no meaning here. SQL compares with = and <>, joins texts with || and quotes texts with '.");

    public static readonly DiagnosticDescriptor BadMoment = DiagnosticDescriptor.Error(
        "SD2106",
        "'{0}' is not a {1}; {2} was expected.",
        "Write an existing day and time in that form.",
        "Literals of dates, times and timestamps are ISO 8601, from year 0001 to 9999.");

    public static readonly DiagnosticDescriptor BadDuration = DiagnosticDescriptor.Error(
        "SD2107",
        "'{0}' is neither a number nor a duration.",
        "Durations are a whole number and one of y mo w d h min s, such as 14d or 90min; a name cannot start with a digit.",
        "A number directly followed by letters is read as a duration.");

    public static readonly DiagnosticDescriptor Reserved = DiagnosticDescriptor.Error(
        "SD2108",
        "Found the word '{0}' where {1} was expected.",
        "To use a column of that name, write \"{0}\" in double quotes.",
        "Operators and literals are reserved: and or not in between like is null case when then else end true false.");

    public static readonly DiagnosticDescriptor UnknownName = DiagnosticDescriptor.Error(
        "SD2110",
        "{0}{1}",
        "Use a column of this table, or one of a parent as 'reference.column'.",
        "A name in an expression is a column of the table, or a dotted path through a referencing column to a parent's column.");

    public static readonly DiagnosticDescriptor UnknownFunction = DiagnosticDescriptor.Error(
        "SD2111",
        "There is no function '{0}'.{1}",
        "The functions are: {2}.",
        "Only the functions of the expression language can be called.");

    public static readonly DiagnosticDescriptor WrongArguments = DiagnosticDescriptor.Error(
        "SD2112",
        "'{0}' cannot take ({1}).",
        "It is called as {2}.",
        "Arguments are converted from int to decimal to double and from date to timestamp, and in no other way; use cast for the rest.");

    public static readonly DiagnosticDescriptor WrongOperands = DiagnosticDescriptor.Error(
        "SD2113",
        "'{0}' cannot take {1}; expected {2}.",
        "Convert one side with cast(… as …), or write the literal in the other side's type, such as date '2024-01-31'.",
        "Operands are converted from int to decimal to double and from date to timestamp, and in no other way.");

    public static readonly DiagnosticDescriptor NoCommonType = DiagnosticDescriptor.Error(
        "SD2114",
        "The results of {0} have no type in common: {1}.",
        "Convert them to one type with cast(… as …).",
        "All branches of a case and all arguments of coalesce, greatest and least give one type.");

    public static readonly DiagnosticDescriptor TimestampDifference = DiagnosticDescriptor.Error(
        "SD2115",
        "A timestamp cannot be taken from a {0} with '-'.",
        "Use seconds_between(earlier, later), or days_between(earlier, later) for midnights crossed.",
        "The difference of two dates is a whole number of days. For timestamps the unit has to be said.");

    public static readonly DiagnosticDescriptor LooksLikeDate = DiagnosticDescriptor.Error(
        "SD2116",
        "'{0}' is a subtraction of whole numbers that looks like a date.",
        "Write date '{0}' for the day, or blanks round the minus signs for the subtraction.",
        "Without quotes 2024-01-01 is 2022. As it hardly ever is meant so, it is refused.");

    public static readonly DiagnosticDescriptor NoAsOf = DiagnosticDescriptor.Error(
        "SD2117",
        "'{0}' counts from a day that nobody gave.",
        "Write as_of: 2025-01-01 at the top of the schema, or pass --as-of 2025-01-01.",
        "Rows never depend on the clock: today is the schema's as_of or the one passed on the command line.");

    public static readonly DiagnosticDescriptor UnknownType = DiagnosticDescriptor.Error(
        "SD2118",
        "'{0}' is not a type.{1}",
        "Types are: {2}.",
        "A cast names a type as columns do.");

    public static readonly DiagnosticDescriptor ImpossibleCast = DiagnosticDescriptor.Error(
        "SD2119",
        "A {0} cannot be cast to {1}.",
        "Casts go between numbers, between date and timestamp, from a timestamp to its time, and between text and anything.",
        "A cast between these two types has no meaning that everybody would expect.");

    public static readonly DiagnosticDescriptor BadPattern = DiagnosticDescriptor.Error(
        "SD2120",
        "The regular expression '{0}' cannot be used: {1}",
        "Write a regular expression without look-around and back references.",
        "Regular expressions are matched in time linear in the text, which leaves out look-around and back references.");

    public static readonly DiagnosticDescriptor NotACondition = DiagnosticDescriptor.Error(
        "SD2121",
        "'{0}' is {1}, not a condition.",
        "Write a comparison, such as '{0} = …', or an expression that is true or false.",
        "Rules, when and where need an expression that is true, false or null.");

    public static readonly DiagnosticDescriptor CannotBecome = DiagnosticDescriptor.Error(
        "SD2122",
        "'{0}' is {1}, which does not go into a column of type {2}.",
        "Give the column the type {3}, or convert with cast(… as {2}).",
        "Values go from int to decimal to double and from date to timestamp by themselves, and a decimal is rounded to its column's scale; the rest is said with cast.");

    public static readonly DiagnosticDescriptor BadUnit = DiagnosticDescriptor.Error(
        "SD2123",
        "'{0}' is not a unit of {1}.{2}",
        "Use one of: {3}.",
        "Units are words such as year, month and day; finer ones need a timestamp.");

    public static readonly DiagnosticDescriptor NotALiteral = DiagnosticDescriptor.Error(
        "SD2124",
        "{0} of '{1}' has to be a literal.",
        "It is called as {2}.",
        "What decides the type of a result, or is prepared once for all rows, cannot depend on the row.");

    public static readonly DiagnosticDescriptor BadBrace = DiagnosticDescriptor.Error(
        "SD2130",
        "The brace '{0}' has no partner.",
        "Placeholders are {{column}}; a brace itself is written twice.",
        "Templates and prompts put columns and expressions in braces.");

    public static readonly DiagnosticDescriptor BadFormat = DiagnosticDescriptor.Error(
        "SD2131",
        "The format '{0}' does not fit {1}.",
        "Numbers take zeros such as 000 or 0.00, dates and times letters such as yyyy-MM-dd or HH:mm.",
        "A format stands after a colon: {n:000}, {d:yyyy-MM}. Texts, bools and the rest are written as they are.");

    public static readonly DiagnosticDescriptor EmptyPlaceholder = DiagnosticDescriptor.Error(
        "SD2132",
        "The placeholder is empty.",
        "Write a column or an expression between the braces; a brace itself is written twice.",
        "A placeholder names what stands in its place.");

    public static readonly DiagnosticDescriptor NotPrintable = DiagnosticDescriptor.Error(
        "SD2133",
        "'{0}' is {1}, which has no spelling as text.",
        "Use a date or a number, such as days_between(a, b).",
        "Durations are values of expressions only; columns and texts cannot hold them.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        TooLong, TooDeep, Unexpected, NotClosed, BadNumber, BadCharacter, BadMoment, BadDuration, Reserved, UnknownName, UnknownFunction,
        WrongArguments, WrongOperands, NoCommonType, TimestampDifference, LooksLikeDate, NoAsOf, UnknownType, ImpossibleCast, BadPattern,
        NotACondition, CannotBecome, BadUnit, NotALiteral, BadBrace, BadFormat, EmptyPlaceholder, NotPrintable,
    ];
}
