import type { Context } from '#main/call/caller.ts';
import { hasSecondFactor } from '#main/services/credentials/secondFactor.ts';
import { judgePassword, type PasswordVerdict } from '#main/services/passwords.ts';

/** Judges a password for whoever is signed in, or for anybody. */
export async function passwordStrength(
  { services, user }: Pick<Context, 'services' | 'user'>,
  input: { password: string; about: string[] },
): Promise<PasswordVerdict> {
  const secondFactor = user !== null && (await services.db.read((reader) => hasSecondFactor(reader, user.id)));
  return judgePassword(input.password, [...input.about, services.settings.get('clinicName')], { secondFactor });
}
