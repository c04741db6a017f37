using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities.Finance;

/// <summary>Makes the columns of a bank account: the bank and its codes, the account's number, and the IBAN of both.</summary>
/// <remarks>Drawn: one word each for bank, account and branch. The number's place fills the account's digits, so a unique column differs in them.</remarks>
internal static class AccountColumns
{
    private const uint BankWord = 0;
    private const uint AccountWord = 1;
    private const uint BranchWord = 2;

    public static EntityColumn? For(string type, string locale, StreamKey stream)
    {
        BankTable banks = BankTable.Of(locale);
        AccountFormat format = AccountFormat.Of(banks.Country);
        return type switch
        {
            "finance.bank_name" => Pooled(banks.Names),
            "finance.bank_code" or "finance.routing_number" => Pooled(banks.Codes),
            "finance.bic" => Pooled(banks.Bics),
            "finance.account_number" => new NumberColumn(stream, AccountWord, format.Capacity, (in rows, index, place, ref writer) =>
                format.AddAccount(Account(rows, index, place), ref writer)),
            "finance.iban" => new NumberColumn(stream, AccountWord, format.Capacity, (in rows, index, place, ref writer) =>
                Iban.Add(banks.Country, Account(rows, index, place), format, ref writer)),
            _ => null,
        };

        PooledColumn Pooled(ImmutableArray<string> texts)
        {
            var pool = new TextPool(texts);
            return new PooledColumn(pool, (in rows, index) => banks.Weights.Pick(rows.Word(stream, index, BankWord)));
        }

        Account Account(in EntityRows rows, int index, long place)
        {
            int bank = banks.Weights.Pick(rows.Word(stream, index, BankWord));
            return new Account(banks.Codes[bank], banks.Bics[bank], rows.Below(stream, 100_000, index, BranchWord), place);
        }
    }
}
