using SynthData.Numerics.CheckDigits;

namespace SynthData.Sources.Local.Entities.Finance;

/// <summary>How a country writes account numbers, alone and inside an IBAN (SWIFT IBAN Registry), with the check digits that are its own.</summary>
internal abstract class AccountFormat(int digits)
{
    /// <summary>Different accounts of one bank.</summary>
    public long Capacity { get; } = Tens(digits);

    protected int Digits => digits;

    public static AccountFormat Of(string country) => country switch
    {
        "US" => new PlainAccounts(10),
        "DE" or "NL" => new PlainAccounts(10),
        "FR" => new FrenchAccounts(),
        "RU" => new RussianAccounts(),
        "GB" => new BritishAccounts(),
        "ES" => new SpanishAccounts(),
        "IT" => new ItalianAccounts(),
        "PL" => new PlainAccounts(16),
        "TR" => new TurkishAccounts(),
        "BR" => new BrazilianAccounts(),
        _ => throw new ArgumentException($"No account format of the country '{country}' is known.", nameof(country)),
    };

    public virtual void AddAccount(Account account, ref CellWriter writer) => writer.AddPadded(account.Place, digits);

    /// <summary>Writes what follows the check digits of an IBAN.</summary>
    public abstract void AddBban(Account account, ref CellWriter writer);

    private static long Tens(int digits)
    {
        long tens = 1;
        for (int digit = 0; digit < digits; digit++)
            tens *= 10;
        return tens;
    }
}

/// <summary>The bank's code and the account's digits: Germany, the Netherlands, Poland; in the United States for the digits alone.</summary>
internal sealed class PlainAccounts(int digits) : AccountFormat(digits)
{
    public override void AddBban(Account account, ref CellWriter writer)
    {
        writer.Add(account.Bank);
        AddAccount(account, ref writer);
    }
}

/// <summary>Bank, branch and account with the two digits of the clé RIB: 97 divides the number they end.</summary>
internal sealed class FrenchAccounts() : AccountFormat(11)
{
    public override void AddBban(Account account, ref CellWriter writer)
    {
        int start = writer.Length;
        writer.Add(account.Bank);
        writer.AddPadded(account.Branch, 5);
        AddAccount(account, ref writer);
        int rest = Mod97.Remainder("00", Mod97.Remainder(writer.Text[start..]));
        writer.AddPadded(97 - rest, 2);
    }
}

/// <summary>Russian accounts of persons in roubles, twenty digits; the ninth makes the sum over the bank's last three digits and all of them end in 0.</summary>
/// <remarks>Russian banks use no IBAN.</remarks>
internal sealed class RussianAccounts() : AccountFormat(11)
{
    private const string PersonInRoubles = "40817810";

    public override void AddAccount(Account account, ref CellWriter writer)
    {
        int start = writer.Length;
        writer.Add(PersonInRoubles);
        writer.Add('0');
        writer.AddPadded(account.Place, Digits);
        ReadOnlySpan<char> digits = writer.Text[start..];
        int sum = Weigh(account.Bank.AsSpan(6), 0) + Weigh(digits, 3);
        int key = sum * 3 % 10;
        Span<char> whole = stackalloc char[20];
        digits.CopyTo(whole);
        whole[PersonInRoubles.Length] = (char)('0' + key);
        writer.Overwrite(start, whole);
    }

    public override void AddBban(Account account, ref CellWriter writer) => throw new NotSupportedException("Russian banks use no IBAN.");

    private static int Weigh(ReadOnlySpan<char> digits, int first)
    {
        ReadOnlySpan<int> weights = [7, 1, 3];
        int sum = 0;
        for (int index = 0; index < digits.Length; index++)
            sum += (digits[index] - '0') * weights[(first + index) % 3] % 10;
        return sum;
    }
}

/// <summary>The first four letters of the BIC, the sort code and eight digits.</summary>
internal sealed class BritishAccounts() : AccountFormat(8)
{
    public override void AddBban(Account account, ref CellWriter writer)
    {
        writer.Add(account.Bic.AsSpan(0, 4));
        writer.Add(account.Bank);
        AddAccount(account, ref writer);
    }
}

/// <summary>Bank, branch, two control digits of modulus 11, and ten digits.</summary>
internal sealed class SpanishAccounts() : AccountFormat(10)
{
    private static ReadOnlySpan<sbyte> Weights => [1, 2, 4, 8, 5, 10, 9, 7, 3, 6];

    public override void AddBban(Account account, ref CellWriter writer)
    {
        int start = writer.Length;
        writer.Add(account.Bank);
        writer.AddPadded(account.Branch % 10_000, 4);
        Span<char> digits = stackalloc char[10];
        var number = new CellWriter(digits);
        AddAccount(account, ref number);
        writer.Add(Control(Weighted.Sum(writer.Text[start..], Weights[2..])));
        writer.Add(Control(Weighted.Sum(number.Text, Weights)));
        writer.Add(number.Text);
    }

    private static char Control(int sum) => (11 - (sum % 11)) switch
    {
        11 => '0',
        10 => '1',
        int digit => (char)('0' + digit),
    };
}

/// <summary>A control letter, bank (ABI), branch (CAB) and twelve digits. The letter's odd places count by a table.</summary>
internal sealed class ItalianAccounts() : AccountFormat(12)
{
    private static ReadOnlySpan<byte> OddPlaces => [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];

    public override void AddBban(Account account, ref CellWriter writer)
    {
        Span<char> buffer = stackalloc char[22];
        var digits = new CellWriter(buffer);
        digits.Add(account.Bank);
        digits.AddPadded(account.Branch, 5);
        AddAccount(account, ref digits);
        int sum = 0;
        for (int index = 0; index < digits.Length; index++)
            sum += index % 2 == 0 ? OddPlaces[digits.Text[index] - '0'] : digits.Text[index] - '0';
        writer.Add((char)('A' + (sum % 26)));
        writer.Add(digits.Text);
    }
}

/// <summary>The bank's five digits, a zero kept in reserve, and sixteen digits.</summary>
internal sealed class TurkishAccounts() : AccountFormat(16)
{
    public override void AddBban(Account account, ref CellWriter writer)
    {
        writer.Add(account.Bank);
        writer.Add('0');
        AddAccount(account, ref writer);
    }
}

/// <summary>Bank (ISPB), branch, ten digits, the kind of account and which of its owners.</summary>
internal sealed class BrazilianAccounts() : AccountFormat(10)
{
    public override void AddBban(Account account, ref CellWriter writer)
    {
        writer.Add(account.Bank);
        writer.AddPadded(account.Branch, 5);
        AddAccount(account, ref writer);
        writer.Add("C1");
    }
}
